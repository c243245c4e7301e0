import { originalLayer, type LayerFacts } from '#core/article'
import { SKIP } from '#ui/markup.ts'
import * as common from '#words/common'

/** Puts a selection on the clipboard: in plain text and as HTML, each with voices. Not inside fields and boxes. */
export function onCopy(event: ClipboardEvent, main: Element, layers: readonly LayerFacts[]): void {
  const selection = document.getSelection()
  if (event.clipboardData === null || selection === null || selection.rangeCount === 0) return
  if (isInField(document.activeElement)) return
  const range = insideOf(main, selection.getRangeAt(0))
  if (range === null) return
  const text = copyWithVoices(range, layers)
  if (text === '') return
  event.clipboardData.setData('text/plain', text)
  event.clipboardData.setData('text/html', markupOf(range, layers))
  event.preventDefault()
}

function isInField(element: Element | null): boolean {
  return element?.matches('input, textarea') === true
}

/** The part of a selection that lies in the article: whoever selects everything means the article. */
function insideOf(main: Element, selected: Range): Range | null {
  if (selected.collapsed || !selected.intersectsNode(main)) return null
  const all = document.createRange()
  all.selectNodeContents(main)
  const range = selected.cloneRange()
  if (range.compareBoundaryPoints(Range.START_TO_START, all) < 0) {
    range.setStart(all.startContainer, all.startOffset)
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, all) > 0) {
    range.setEnd(all.endContainer, all.endOffset)
  }
  // From one control over the text to the next box is no selection in the text.
  return range.collapsed ? null : range
}

/**
 * What a copied selection says in plain text: the words without markers and buttons; as soon as
 * somebody else than the author speaks in it, every change of voice with the speaker's name, so
 * that nobody's words end up under another's.
 */
export function copyWithVoices(range: Range, layers: readonly LayerFacts[]): string {
  const pieces = piecesOf(range, layers)
  const isNaming = !isOriginalOnly(pieces, layers)
  let speaker: string | null = null
  let text = ''
  let block: Element | null = null
  for (const piece of pieces) {
    const isNewBlock = block !== null && piece.block !== block
    if (isNewBlock) text = `${text.trimEnd()}\n\n`
    if (isNaming && piece.speaker !== PAGE && piece.speaker !== speaker) {
      text = isNewBlock || text === '' ? text : `${text.trimEnd()} `
      text += `[${piece.name}:] `
    }
    const isAfterSpace = text === '' || /\s$/.test(text)
    text += isAfterSpace ? piece.text.replace(/^ +/, '') : piece.text
    speaker = piece.speaker
    block = piece.block
  }
  return text.trim()
}

/** Who says a piece: a layer, the editor, somebody about the author, or the page, which only frames the text and needs no name. */
const EDITOR = 'editorial'
const ABOUT_AUTHOR = 'about-author'
const PAGE = ''

interface Piece {
  readonly text: string
  readonly speaker: string
  readonly name: string
  readonly block: Element | null
}

/** Words of the page that are not copied: what marks, names, or offers something to press. */
const LEFT_OUT =
  '[hidden], .marker, [data-copy-link], button, .stub, .voice, .insertion-voice, .visually-hidden, .mark, .note-ways, .note-copies'
/** Words that frame the text. */
const FRAME = '.title-page, .colophon, .endnotes > h2'
const BLOCK_LIKE = 'p, h1, h2, h3, h4, h5, li, pre, figcaption, table, summary'

function isOriginalOnly(pieces: readonly Piece[], layers: readonly LayerFacts[]): boolean {
  const originals = layers.filter((layer) => layer.kind === 'original').map((layer) => layer.id)
  return pieces.every(({ speaker }) => speaker === PAGE || originals.some((id) => id === speaker))
}

function piecesOf(range: Range, layers: readonly LayerFacts[]): readonly Piece[] {
  const original = originalLayer(layers) ?? PAGE
  const pieces: Piece[] = []
  const root = range.commonAncestorContainer
  if (root instanceof Text) {
    const piece = pieceOf(root, range, original, layers)
    return piece === null ? [] : [piece]
  }
  const nodes = document.createTreeWalker(
    root,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      !range.intersectsNode(node) || (node instanceof Element && node.matches(LEFT_OUT))
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  )
  let separator = ''
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    if (node instanceof Element) separator = separatorBefore(node) ?? separator
    if (!(node instanceof Text)) continue
    const piece = pieceOf(node, range, original, layers)
    if (piece === null) continue
    const isSameBlock = pieces.at(-1)?.block === piece.block
    pieces.push(isSameBlock ? { ...piece, text: separator + piece.text } : piece)
    separator = ''
  }
  return pieces
}

/** Line breaks, the borders of cells and the parts of a line in the frame are seen, but are no text. */
function separatorBefore(element: Element): string | null {
  if (element.localName === 'br') return '\n'
  if (element.localName === 'tr') return '\n'
  if (element.matches('td, th')) return element.previousElementSibling === null ? null : '\t'
  return element.closest(FRAME) === null ? null : ' '
}

function pieceOf(
  node: Text,
  range: Range,
  original: string,
  layers: readonly LayerFacts[],
): Piece | null {
  const parent = node.parentElement
  if (parent === null || parent.closest(LEFT_OUT) !== null || !range.intersectsNode(node))
    return null
  const start = node === range.startContainer ? range.startOffset : 0
  const end = node === range.endContainer ? range.endOffset : node.data.length
  const found = node.data.slice(start, end)
  const text = parent.closest('pre') === null ? found.replaceAll(/\s+/g, ' ') : found
  if (text === '') return null
  const block = parent.closest(BLOCK_LIKE)
  const speaker = speakerOf(parent, original)
  return { text: asShown(text, parent), speaker, name: nameAt(parent, speaker, layers), block }
}

function speakerOf(parent: Element, original: string): string {
  if (parent.closest(FRAME) !== null) return PAGE
  if (parent.closest(SKIP) !== null) return EDITOR
  const source = parent.closest('[data-layer]')
  if (source?.getAttribute('data-kind') === ABOUT_AUTHOR) return ABOUT_AUTHOR
  return source?.getAttribute('data-layer') ?? original
}

/** As the passage itself is labelled, or else as its layer is. */
function nameAt(parent: Element, speaker: string, layers: readonly LayerFacts[]): string {
  const passage = speaker === ABOUT_AUTHOR ? parent.closest('.passage') : null
  return passage?.querySelector('.voice-name')?.textContent ?? nameOf(speaker, layers)
}

/** The document holds names in their plain form; copied is what the reader sees. */
function asShown(text: string, parent: Element): string {
  const isInCapitals = getComputedStyle(parent).textTransform === 'uppercase'
  return isInCapitals
    ? text.toLocaleUpperCase(parent.closest('[lang]')?.getAttribute('lang') ?? 'en')
    : text
}

function nameOf(id: string, layers: readonly LayerFacts[]): string {
  const layer = layers.find((candidate) => candidate.id === id)
  if (layer === undefined) return common.editorialLabel
  if (layer.kind === 'original') return layer.voice ?? layer.label
  return common.voiceLabel(layer.kind, layer.voice)
}

/** The copied stretch as HTML: markers stay, buttons and hidden passages do not; where voices mix, each passage has its name. */
function markupOf(range: Range, layers: readonly LayerFacts[]): string {
  const holder = document.createElement('div')
  holder.append(range.cloneContents())
  for (const element of holder.querySelectorAll(
    '[hidden], [data-copy-link], button, .stub, .visually-hidden, .note-ways',
  )) {
    element.remove()
  }
  if (!isOriginalOnly(piecesOf(range, layers), layers)) {
    const around = range.commonAncestorContainer
    const inside = (around instanceof Element ? around : around.parentElement)?.closest(
      '[data-layer]',
    )
    if (inside !== null && inside !== undefined) holder.prepend(nameInMarkup(inside, layers))
    for (const passage of holder.querySelectorAll('.passage')) {
      if (passage.querySelector(':scope > .voice') !== null) continue
      passage.prepend(nameInMarkup(document.getElementById(passage.id) ?? passage, layers))
    }
  }
  if (!document.documentElement.hasAttribute('data-no-capitals')) {
    for (const name of holder.querySelectorAll('.capitals')) {
      name.textContent = name.textContent.toLocaleUpperCase()
    }
  }
  // What makes an element work on this page means nothing on another.
  for (const element of holder.querySelectorAll('*')) {
    for (const name of ['id', 'role', 'tabindex', 'aria-labelledby', 'aria-description']) {
      element.removeAttribute(name)
    }
  }
  return holder.innerHTML
}

/** `source`: the passage or insertion as it stands on the page, with its label. */
function nameInMarkup(source: Element, layers: readonly LayerFacts[]): Element {
  const line = document.createElement('p')
  const name = document.createElement('strong')
  const speaker = speakerOf(source, '')
  name.textContent = `${nameAt(source, speaker, layers)}:`
  line.append(name)
  return line
}
