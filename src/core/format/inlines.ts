import { isLinkAddress, looksLikeAddress, placeInLink, type Inline } from '#core/article'
import type {
  FootnoteReference as MarkerNode,
  Link,
  LinkReference,
  PhrasingContent,
  Text,
} from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import { readAttributes } from './attributes.ts'
import { isPlainForm } from './capitals.ts'
import { findDirective, formsOf, LOST_THINGS } from './directives.ts'
import { sentences } from './messages.ts'
import { mintPlace } from './mint.ts'
import type { Place, Reading } from './reading.ts'
import { checkText, hasLabel } from './stray-text.ts'
import { spokenLayer } from './speakers.ts'

/** What stands inside a line. Neighbouring texts are one text, and listed capitals are cut out of it. */
export function readInlines(
  nodes: readonly PhrasingContent[],
  place: Place,
  reading: Reading,
): readonly Inline[] {
  const merged: Inline[] = []
  for (const [index, node] of nodes.entries()) {
    const previous = nodes[index - 1]
    if (node.type === 'text') checkText(node, previous, reading)
    for (const inline of readInline(node, place, reading)) {
      const last = merged.at(-1)
      if (inline.type === 'text' && last?.type === 'text')
        merged[merged.length - 1] = { type: 'text', value: last.value + inline.value }
      else merged.push(inline)
    }
  }
  const inlines = merged.filter((inline) => inline.type !== 'text' || inline.value !== '')
  if (place.ours) return inlines
  return inlines.flatMap((inline): readonly Inline[] =>
    inline.type === 'text' ? reading.capitals.cut(inline.value) : [inline],
  )
}

function readInline(node: PhrasingContent, place: Place, reading: Reading): readonly Inline[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: onOneLine(node.value) }]
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ type: node.type, children: readInlines(node.children, place, reading) }]
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value }]
    case 'break':
      return [{ type: 'break' }]
    case 'link':
      if (node.title) reading.tell(sentences.unsupported('title of a link'), node)
      return readLink(node, node.url, place, reading)
    case 'linkReference':
      return readLink(node, reading.definitions.get(node.identifier) ?? '', place, reading)
    case 'footnoteReference':
      return [readMarker(node, place, reading)]
    case 'textDirective':
      return readTextDirective(node, place, reading)
    case 'html':
      reading.tell(sentences.rawHtml(node.value), node)
      return []
    case 'image':
    case 'imageReference':
      reading.tell(sentences.imageOutsideFigure(), node)
      return []
  }
}

function readLink(
  node: Link | LinkReference,
  url: string,
  place: Place,
  reading: Reading,
): readonly Inline[] {
  // Words that are the address itself are nobody's words to capitalise.
  const children = readInlines(
    node.children,
    isAddress(node.children) ? { ...place, ours: true } : place,
    reading,
  )
  if (!isLinkAddress(url)) {
    reading.tell(sentences.linkAddress(url), node)
    return children
  }
  const target = placeInLink(url)
  if (target !== null) reading.links.push({ place: target, at: node.position?.start })
  if (children.length === 0) {
    reading.tell(sentences.unsupported('link without words'), node)
    return []
  }
  return [{ type: 'link', url, children }]
}

/** Whether the words are an address, also one in which Markdown sees a link. */
function isAddress(nodes: readonly PhrasingContent[]): boolean {
  const words = nodes.flatMap((node) => (node.type === 'link' ? node.children : [node]))
  return looksLikeAddress(words.map((node) => (node.type === 'text' ? node.value : '')).join(''))
}

function readMarker(node: MarkerNode, place: Place, reading: Reading): Inline {
  const label = node.label ?? node.identifier
  // Until all places are named, a marker knows its footnote by the label.
  const reference = reading.place(
    { type: 'footnoteReference', id: mintPlace(''), label, footnote: mintPlace(node.identifier) },
    node,
  )
  reading.markers.push({ reference, layer: place.layer })
  return reference
}

/** The words of the directive, or the text that it is after all. */
function readTextDirective(node: TextDirective, place: Place, reading: Reading): readonly Inline[] {
  const rule = findDirective('text', node.name)
  if (!hasLabel(node, reading) && !(rule?.label === 'optional' && hasAttributes(node)))
    return [{ type: 'text', value: onOneLine(reading.slice(node)) }]
  if (rule === null) {
    const forms = formsOf(node.name)
    reading.tell(
      forms.length > 0
        ? sentences.misplacedDirective(node.name, forms)
        : sentences.unknownDirective(node.name),
      node,
    )
    return []
  }
  const attributes = readAttributes(node, rule, reading)
  const isOurs = node.name === 'editorial' || node.name === 'lost'
  const layer =
    node.name === 'insertion'
      ? spokenLayer(
          node,
          attributes.get('layer'),
          ['original', 'commentary', 'background'],
          reading,
        )
      : null
  const mending = node.name === 'mended'
  const within = {
    ...place,
    ours: place.ours || isOurs || (mending && isAddress(node.children)),
    layer: layer ?? place.layer,
  }
  const written = readInlines(node.children, within, reading)
  // An address as found is written as it is; that Markdown sees a link in it must not make a link in a link.
  const children = mending
    ? written.flatMap((child) => (child.type === 'link' ? child.children : [child]))
    : written
  if (rule.label === 'required' && children.length === 0) {
    reading.tell(sentences.labelMissing(node.name), node)
    return []
  }
  const note = attributes.get('note') ?? null
  switch (node.name) {
    case 'insertion':
      return layer === null ? [] : [{ type: 'insertion', layer, children }]
    case 'editorial':
      return [{ type: 'editorial', children }]
    case 'sic':
      return [{ type: 'sic', note, children }]
    case 'mended':
      return [{ type: 'mended', url: attributes.get('href') ?? '', note, children }]
    case 'foreign':
      return [{ type: 'foreign', lang: attributes.get('lang') ?? '', children }]
    case 'lost':
      return [
        {
          type: 'lost',
          level: 'inline',
          id: null,
          what: lostThing(attributes.get('what')),
          children,
        },
      ]
    case 'capitals':
      return readCapitals(node, attributes.get('plain'), reading)
    default:
      return []
  }
}

function readCapitals(
  node: TextDirective,
  plain: string | undefined,
  reading: Reading,
): readonly Inline[] {
  const found = plainWords(node)
  if (found === null) reading.tell(sentences.labelNotPlain(node.name), node)
  else if (plain !== undefined && !isPlainForm(plain, found))
    reading.tell(sentences.capitalsDiffer(found, plain), node)
  else if (plain !== undefined) return [{ type: 'capitals', found, plain }]
  return []
}

/** The words of a directive without any markup, or null where there is some. */
function plainWords(node: TextDirective): string | null {
  let words = ''
  for (const child of node.children) {
    if (child.type === 'text') words += onOneLine(child.value)
    else if (
      child.type === 'link' &&
      child.children.every((grandchild): grandchild is Text => grandchild.type === 'text')
    )
      words += child.children.map((grandchild) => grandchild.value).join('')
    else return null
  }
  return words
}

export function lostThing(what: string | undefined): (typeof LOST_THINGS)[number] {
  return LOST_THINGS.find((thing) => thing === what) ?? 'text'
}

function hasAttributes(node: TextDirective): boolean {
  return Object.keys(node.attributes ?? {}).length > 0
}

/** A line end inside a paragraph is where the author's editor broke the line; it means a space. */
function onOneLine(text: string): string {
  return text.replace(/\n/gu, ' ')
}
