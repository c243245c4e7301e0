import type { Footnote, LayerId } from '#core/article'
import type { FootnoteDefinition } from 'mdast'
import { readBlocks } from './blocks.ts'
import type { FrontMatterReading } from './front-matter.ts'
import { sentences } from './messages.ts'
import { mintPlace } from './mint.ts'
import type { Reading } from './reading.ts'
import { originalLayer } from './speakers.ts'

/**
 * The footnotes, in the order in which they are written; lost ones where they would have stood. A
 * footnote belongs to the layer that first refers to it, so the text is read before.
 */
export function readFootnotes(
  definitions: readonly FootnoteDefinition[],
  front: FrontMatterReading,
  reading: Reading,
): readonly Footnote[] {
  const byLabel = new Map<string, FootnoteDefinition>()
  for (const node of definitions) {
    if (byLabel.has(node.identifier))
      reading.tell(sentences.duplicateFootnote(node.label ?? node.identifier), node)
    else byLabel.set(node.identifier, node)
  }
  const facts = new Map(
    Object.entries(front.facts?.footnotes ?? {}).map(([label, fact]) => [
      label.toLowerCase(),
      { label, fact },
    ]),
  )
  const read = new Map<string, Footnote>()
  const readOne = (node: FootnoteDefinition, layer: LayerId) => {
    const fact = facts.get(node.identifier)?.fact
    const place = { layer, ours: false, nested: true }
    // Taken before it is read: footnotes may refer to each other in a circle.
    read.set(node.identifier, emptyFootnote(node, layer))
    const footnote: Footnote = {
      ...emptyFootnote(node, layer),
      status: fact?.status ?? 'whole',
      remark: fact?.remark ?? null,
      lang: fact?.lang ?? null,
      ...(fact?.notation === undefined ? {} : { notation: fact.notation }),
      blocks: readBlocks(node.children, place, reading),
    }
    read.set(node.identifier, reading.place(footnote, node))
  }
  // Reading a footnote may add markers to the end of this list.
  for (const { reference, layer } of reading.markers) {
    const node = byLabel.get(reference.footnote)
    if (node !== undefined && !read.has(node.identifier)) readOne(node, layer)
  }
  for (const [identifier, node] of byLabel) {
    if (read.has(identifier)) continue
    reading.tell(sentences.unusedFootnote(node.label ?? identifier), node)
    readOne(node, originalLayer(reading))
  }
  const footnotes = [...byLabel.keys()].flatMap((identifier) => read.get(identifier) ?? [])
  for (const [identifier, { label, fact }] of facts) {
    const at = front.at(['footnotes', label])
    if (byLabel.has(identifier)) {
      if (fact.status === 'lost') reading.messages.tell(sentences.lostButThere(label), at)
    } else if (fact.status === 'lost') {
      const lost: Footnote = {
        id: mintPlace(identifier),
        label,
        status: 'lost',
        remark: fact.remark,
        layer: originalLayer(reading),
        lang: fact.lang,
        blocks: [],
      }
      reading.points.set(lost, at)
      footnotes.splice(indexOfLost(label, footnotes), 0, lost)
    } else reading.messages.tell(sentences.statusOfNoFootnote(label), at)
  }
  return footnotes
}

function emptyFootnote(node: FootnoteDefinition, layer: LayerId): Footnote {
  const label = node.label ?? node.identifier
  return {
    id: mintPlace(node.identifier),
    label,
    status: 'whole',
    remark: null,
    layer,
    lang: null,
    blocks: [],
  }
}

/** Before the first footnote with a greater number; at the end where there are no numbers to go by. */
function indexOfLost(label: string, footnotes: readonly Footnote[]): number {
  const number = numberOf(label)
  if (number === null) return footnotes.length
  const index = footnotes.findIndex((footnote) => (numberOf(footnote.label) ?? -1) > number)
  return index < 0 ? footnotes.length : index
}

function numberOf(label: string): number | null {
  return /^\d{1,9}$/u.test(label) ? Number(label) : null
}
