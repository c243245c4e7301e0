import type { Nodes, Paragraph, Root, RootContent } from 'mdast'
import { piecesOf, type Piece } from './pieces.ts'

/*
 * A long file read piece by piece, with the tree that reading it at once gives: the parser keeps some
 * thousand times what it reads until it is done, and takes its time for paragraphs that are nothing but words.
 *
 * What the parser knows of the rest of the file are its definitions alone: those that a batch of pieces
 * points at are written before it, and taken out of its tree. That a cut was right is seen in the tree: a
 * word written there has to be a paragraph of the document. Where it is not, the rest is read at once.
 */

type Parse = (markdown: string) => Root

export function readPieces(markdown: string, parse: Parse): Root {
  // Whatever looks for the end of front matter, and finds none, has read the lines after it already.
  if (/^---[ \t]*\n/u.test(markdown) && !FRONT_MATTER.test(markdown)) return parse(markdown)
  const front = FRONT_MATTER.exec(markdown)?.[0].length ?? 0
  const children = front === 0 ? [] : [...parse(markdown.slice(0, front)).children]
  if (children.some(({ type }) => type !== 'yaml')) return parse(markdown)
  const pieces = piecesOf(markdown, front)
  if (pieces.length < 2 && front === 0) return parse(markdown)
  const guessed = new Map(definitionsIn(markdown).map((label) => [nameOf(label), label]))
  const batches = batchesOf(pieces).map((batch) =>
    readBatch(markdown, pieces, batch, guessed, parse),
  )
  /** Only a parser knows for sure what is a definition; what a batch defines does not depend on other batches. */
  const known = new Map<string, string>()
  for (const batch of batches) for (const [name, label] of batch.defined) known.set(name, label)
  for (const [index, batch] of batches.entries()) {
    const isRight = batch.labels.every((name) => guessed.has(name) === known.has(name))
    const { nodes } = isRight ? batch : readBatch(markdown, pieces, batch.batch, known, parse)
    if (nodes === null) return parse(markdown)
    batches[index] = { ...batch, nodes }
  }
  const nodes = new Map(batches.flatMap((batch) => [...(batch.nodes ?? [])]))
  for (const piece of pieces) {
    if (piece.isPlain) children.push(paragraphOf(markdown, piece))
    // A piece may have more nodes than a call can have arguments.
    else for (const node of nodes.get(piece) ?? []) children.push(node)
  }
  return { type: 'root', children }
}

const FRONT_MATTER = /^---[ \t]*\n(?:(?!---[ \t]*(?:\n|$)).*\n)*---[ \t]*(?:\n|$)/u

/** In characters: so much is given to the parser at once. */
const BATCH = 30_000

/** Pieces that are not plain, some thousand characters together: it costs a little to begin. */
function batchesOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const batches: Piece[][] = []
  let room = 0
  for (const piece of pieces) {
    if (piece.isPlain) continue
    const length = piece.to - piece.from
    const last = batches.at(-1)
    if (last === undefined || room < length) {
      batches.push([piece])
      room = BATCH - length
    } else {
      last.push(piece)
      room -= length
    }
  }
  return batches
}

interface Batch {
  readonly batch: readonly Piece[]
  /** Null where the file cannot be cut there. */
  readonly nodes: ReadonlyMap<Piece, readonly RootContent[]> | null
  /** The names of what is pointed at, or could be. */
  readonly labels: readonly string[]
  /** What is defined in it, as a label by its name. */
  readonly defined: ReadonlyMap<string, string>
}

const SENTINEL = 'x'

function readBatch(
  markdown: string,
  pieces: readonly Piece[],
  batch: readonly Piece[],
  definitions: ReadonlyMap<string, string>,
  parse: Parse,
): Batch {
  const last = batch.at(-1)
  const isLast = last !== undefined && last === pieces.at(-1)
  const texts = batch.map(({ from, to }) => markdown.slice(from, to))
  const labels = [...new Set(texts.flatMap(labelsIn).map(nameOf))]
  const stubs = labels.flatMap((name) => definitions.get(name) ?? [])
  let text = `\n${stubs.map((label) => `[${label}]: ${SENTINEL}\n\n`).join('')}`
  let lines = lineEnds(text)
  /** Where each piece, and the word before it, stand in what is parsed. */
  const places = texts.map((words) => {
    const sentinel = text.length
    text += `${SENTINEL}\n\n`
    lines += 2
    const place = { sentinel, from: text.length, line: lines + 1 }
    text += `${words}\n\n`
    lines += lineEnds(words) + 2
    return place
  })
  const end = text.length
  // What is still open there goes on to the end of the file.
  text = isLast ? text.slice(0, -2) + markdown.slice(last.to) : text + SENTINEL
  const found = new Map<number, RootContent[]>()
  let cuts = 0
  let place = -1
  for (const node of parse(text).children) {
    const at = node.position?.start.offset ?? -1
    if (at === (places[place + 1]?.sentinel ?? end) && isSentinel(node)) {
      place += 1
      cuts += 1
    } else if (place >= 0) {
      const own = found.get(place)
      if (own === undefined) found.set(place, [node])
      else own.push(node)
    }
  }
  let areAllKnown = true
  const nodes = new Map<Piece, readonly RootContent[]>()
  const defined = new Map<string, string>()
  for (const [index, piece] of batch.entries()) {
    const own = found.get(index) ?? []
    const { from = 0, line = 0 } = places[index] ?? {}
    areAllKnown &&= own.every((node) => noteDefinitions(node, defined))
    move(own, piece.line - line, piece.from - from)
    nodes.set(piece, own)
  }
  const areCutsRight = cuts === places.length + (isLast ? 0 : 1)
  return { batch, nodes: areCutsRight && areAllKnown ? nodes : null, labels, defined }
}

function isSentinel(node: RootContent): boolean {
  return (
    node.type === 'paragraph' &&
    node.position?.end.offset === (node.position?.start.offset ?? 0) + SENTINEL.length
  )
}

// ── Labels ───────────────────────────────────────────────────────────────────

/** In brackets, as references and definitions have them; no label is longer. */
const LABEL = String.raw`\[((?:[^[\]\\]|\\[^]){1,999})\]`
const LABELS = new RegExp(LABEL, 'gu')
/** Also within quotes and lists. Definitions may stand elsewhere only in what is no text. */
const DEFINITIONS = new RegExp(String.raw`^[ \t>*+.)\d-]*${LABEL}:`, 'gmu')

function labelsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(LABELS), ([, label = '']) => label)
}

function definitionsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(DEFINITIONS), ([, label = '']) => label).filter(
    (label) => !label.includes('\n'),
  )
}

/** What is the same for all spellings of a label that mean the same; a quote may be broken in the middle of one. */
function nameOf(label: string): string {
  return label
    .replaceAll(/\n[ \t>]*/gu, ' ')
    .replaceAll(/[ \t]+/gu, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
}

/** False where one stands in a directive: what lies before that does not know of it. */
function noteDefinitions(node: Nodes, defined: Map<string, string>, isInside = false): boolean {
  if (node.type === 'definition' || node.type === 'footnoteDefinition') {
    const label = node.type === 'definition' ? node.identifier : `^${node.identifier}`
    if (isInside) return false
    const name = nameOf(label)
    if (!defined.has(name)) defined.set(name, label)
  }
  const areInside = isInside || node.type === 'containerDirective'
  return (
    !('children' in node) ||
    node.children.every((child) => noteDefinitions(child, defined, areInside))
  )
}

// ── Places ───────────────────────────────────────────────────────────────────

/** Gives nodes the places that they have in the file: those of directives' fences are in their data. */
function move(things: readonly unknown[], lines: number, characters: number): void {
  for (const thing of things) {
    if (typeof thing !== 'object' || thing === null) continue
    if (isPoint(thing)) {
      thing.line += lines
      thing.offset += characters
    } else move(Object.values(thing), lines, characters)
  }
}

function isPoint(thing: object): thing is { line: number; offset: number } {
  return (
    'line' in thing &&
    typeof thing.line === 'number' &&
    'offset' in thing &&
    typeof thing.offset === 'number'
  )
}

function lineEnds(text: string): number {
  return text.split('\n').length - 1
}

/** What the parser makes of a paragraph without markup. */
function paragraphOf(markdown: string, { from, to, line }: Piece): Paragraph {
  const words = markdown.slice(from, to)
  const lastLine = words.lastIndexOf('\n') + 1
  const position = () => ({
    start: { line, column: 1, offset: from },
    end: { line: line + lineEnds(words), column: words.length - lastLine + 1, offset: to },
  })
  const value = words.replaceAll(/\\(.)/gu, '$1')
  return {
    type: 'paragraph',
    children: [{ type: 'text', value, position: position() }],
    position: position(),
  }
}
