import type { Block, Heading, Layer, Passage, Section } from '#core/article'
import type { Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { readAttributes } from './attributes.ts'
import { Anchors, checkClosed, readBlocks, readHeading, splitContainer } from './blocks.ts'
import { findDirective } from './directives.ts'
import { readInlines } from './inlines.ts'
import { sentences } from './messages.ts'
import { mintPlace } from './mint.ts'
import type { Place, Reading } from './reading.ts'
import { originalLayer, spokenLayer } from './speakers.ts'

/** The text as sections and passages: what stands outside a container is the author's own. */
export function readSections(root: Root, reading: Reading): readonly Section[] {
  const place: Place = { layer: originalLayer(reading), ours: false, nested: false }
  const sections: { heading: Heading | null; passages: Passage[] }[] = [
    { heading: null, passages: [] },
  ]
  let run: Root['children'] = []
  const passages = () => sections.at(-1)?.passages ?? []
  const endRun = () => {
    const first = run[0]
    if (first === undefined) return
    const blocks = readBlocks(run, place, reading)
    run = []
    if (blocks.length > 0)
      passages().push(reading.place({ ...plainPassage(place.layer), blocks }, first))
  }
  const anchorsInRun = (): Root['children'] => {
    const last = run.at(-1)
    return last?.type === 'leafDirective' && last.name === 'anchor' ? run.splice(-1) : []
  }
  for (const node of root.children) {
    if (node.type === 'heading') {
      const anchors = new Anchors(reading)
      for (const anchor of anchorsInRun()) anchors.take(anchor)
      endRun()
      const heading = readHeading(node, anchors.idFor(node), place, reading)
      if (heading !== null) sections.push({ heading, passages: [] })
    } else if (
      node.type === 'containerDirective' &&
      findDirective('container', node.name)?.role === 'passage'
    ) {
      endRun()
      const passage = readPassage(node, place, reading)
      if (passage !== null) passages().push(passage)
    } else if (node.type !== 'yaml') run.push(node)
  }
  endRun()
  return sections.filter((section) => section.heading !== null || section.passages.length > 0)
}

function plainPassage(layer: Layer['id']): Omit<Passage, 'blocks'> {
  return {
    id: mintPlace(''),
    layer,
    role: 'text',
    title: [],
    origin: null,
    uncertain: [],
    lang: null,
  }
}

function readPassage(node: ContainerDirective, place: Place, reading: Reading): Passage | null {
  const rule = findDirective('container', node.name)
  if (rule === null) return null
  checkClosed(node, reading)
  const attributes = readAttributes(node, rule, reading)
  const layer = passageLayer(node, attributes.get('layer'), place, reading)
  const within: Place = {
    layer: layer === null || layer === 'editorial' ? place.layer : layer,
    ours: layer === 'editorial',
    nested: true,
  }
  const { label, content } = splitContainer(node)
  const title = label?.type === 'paragraph' ? readInlines(label.children, within, reading) : []
  const blocks: readonly Block[] = readBlocks(content, within, reading)
  if (title.length === 0 && content.length === 0)
    reading.tell(sentences.emptyPassage(node.name), node)
  if (layer === null) return null
  const origin = attributes.get('origin')
  const passage: Passage = {
    id: mintPlace(''),
    layer,
    role: node.name === 'about-author' ? 'about-author' : 'text',
    title,
    origin:
      origin === undefined
        ? null
        : origin === 'lost'
          ? { type: 'lost' }
          : { type: 'url', url: origin },
    uncertain: (['start', 'end'] as const).filter((border) => attributes.has(border)),
    lang: attributes.get('lang') ?? null,
    blocks,
  }
  return reading.place(passage, node, attributes.get('id') ?? null)
}

function passageLayer(
  node: ContainerDirective,
  written: string | undefined,
  place: Place,
  reading: Reading,
): Passage['layer'] | null {
  switch (node.name) {
    case 'editorial':
      return 'editorial'
    case 'about-author':
      return written === undefined
        ? place.layer
        : spokenLayer(node, written, ['original', 'commentary', 'background'], reading)
    case 'commentary':
      return spokenLayer(node, written, ['commentary'], reading)
    default:
      return spokenLayer(node, written, ['background'], reading)
  }
}
