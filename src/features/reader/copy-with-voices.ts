import type { LayerFacts } from '#core/article'
import { BLOCK, SKIP } from '#ui/markup.ts'
import * as common from '#words/common'

/** Puts a selection on the clipboard: in plain text with voices, and as HTML. Not inside fields and boxes. */
export function onCopy(event: ClipboardEvent, main: Element, layers: readonly LayerFacts[]): void {
  const selection = document.getSelection()
  if (event.clipboardData === null || selection === null || selection.rangeCount === 0) return
  const range = selection.getRangeAt(0)
  if (selection.isCollapsed || !main.contains(range.commonAncestorContainer)) return
  const text = copyWithVoices(range, layers)
  if (text === '') return
  event.clipboardData.setData('text/plain', text)
  event.clipboardData.setData('text/html', markupOf(range))
  event.preventDefault()
}

/**
 * What a copied selection says in plain text: the words without markers and buttons; as soon as
 * somebody else than the author speaks in it, every change of voice with the speaker's name, so
 * that nobody's words end up under another's.
 */
export function copyWithVoices(range: Range, layers: readonly LayerFacts[]): string {
  const pieces = piecesOf(range)
  const isOriginalOnly = pieces.every((piece) => kindOf(piece.layer, layers) === 'original')
  let voice: string | null = null
  let text = ''
  let block: Element | null = null
  for (const piece of pieces) {
    const isNewBlock = block !== null && piece.block !== block
    if (isNewBlock) text = `${text.trimEnd()}\n\n`
    if (!isOriginalOnly && piece.layer !== voice) {
      if (!isNewBlock && text !== '') text += ' '
      text += `[${nameOf(piece.layer, layers)}:] `
      voice = piece.layer
    }
    text += piece.text
    block = piece.block
  }
  return text.trim()
}

interface Piece {
  readonly text: string
  readonly layer: string
  readonly block: Element | null
}

function piecesOf(range: Range): readonly Piece[] {
  const pieces: Piece[] = []
  const root = range.commonAncestorContainer
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let node: Node | null = root instanceof Text ? root : texts.nextNode()
  for (; node !== null; node = texts.nextNode()) {
    if (!(node instanceof Text) || !range.intersectsNode(node)) continue
    const parent = node.parentElement
    if (parent === null || parent.closest('[hidden]') !== null) continue
    const skipped = parent.closest(SKIP)
    if (skipped !== null && !skipped.matches('.editorial')) continue
    const start = node === range.startContainer ? range.startOffset : 0
    const end = node === range.endContainer ? range.endOffset : node.data.length
    const text = node.data.slice(start, end).replaceAll(/\s+/g, ' ')
    if (text === '') continue
    pieces.push({
      text: asShown(text, parent),
      layer:
        skipped === null
          ? (parent.closest('[data-layer]')?.getAttribute('data-layer') ?? '')
          : 'editorial',
      block: parent.closest(BLOCK),
    })
  }
  return pieces
}

/** The document holds names in their plain form; copied is what the reader sees. */
function asShown(text: string, parent: Element): string {
  const isInCapitals = getComputedStyle(parent).textTransform === 'uppercase'
  return isInCapitals
    ? text.toLocaleUpperCase(parent.closest('[lang]')?.getAttribute('lang') ?? 'en')
    : text
}

function kindOf(id: string, layers: readonly LayerFacts[]): string {
  return layers.find((layer) => layer.id === id)?.kind ?? ''
}

function nameOf(id: string, layers: readonly LayerFacts[]): string {
  const layer = layers.find((candidate) => candidate.id === id)
  if (layer === undefined) return common.editorialLabel
  if (layer.kind === 'original') return layer.voice ?? layer.label
  return common.voiceLabel(layer.kind, layer.voice)
}

/** The copied stretch as HTML: names of voices and markers stay, buttons and hidden passages do not. */
function markupOf(range: Range): string {
  const holder = document.createElement('div')
  holder.append(range.cloneContents())
  holder.querySelectorAll('[hidden], .permalink, .stub, .inline-stub').forEach((element) => {
    element.remove()
  })
  holder.querySelectorAll('[id]').forEach((element) => {
    element.removeAttribute('id')
  })
  return holder.innerHTML
}
