import type { Fragment } from '../../model.ts'
import type { MarkdownBlock, OpenBlock } from './block.ts'
import { openTagContainers } from './containers.ts'
import { LONGEST_LABEL, normalLabel, unescaped } from './destinations.ts'
import {
  endOfRaw,
  endOfTitle,
  firstInk,
  isRule,
  isTableLine,
  isTableRule,
  lastInk,
  pieces,
  quotePrefix,
  startsBlockTag,
} from './line-shapes.ts'
import type { QuotePrefix } from './line-shapes.ts'
import {
  DEFINITION,
  DEFINITION_END,
  DIRECTIVE,
  FENCE,
  HEADING,
  ITEM,
  MODULE_LINE,
  NOTE,
  RAW_TEXT,
  SENTENCE_END,
  TITLE,
  UNDERLINE,
} from './patterns.ts'

interface ListLevel {
  /** Columns from which on a line belongs to the item. */
  readonly content: number
  readonly quoted: number
  readonly isNote: boolean
  readonly number: number | null
  hasBegun: boolean
}

const DEEPEST = 100
/**
 * Divides Markdown into its blocks, line by line and without looking back: containers are a quotation
 * count, a pile of lists and a chain of HTML elements. Follows CommonMark and GitHub where people
 * follow them; where posts are written otherwise, the text decides (see `goesOn`).
 */
export function scanBlocks(text: string, from: number) {
  const blocks: OpenBlock[] = []
  const definitions = new Map<string, string>()
  const elements = openTagContainers()
  const lists: ListLevel[] = []
  let open: OpenBlock | null = null
  let fence: { readonly sign: string; readonly quoted: number } | null = null
  /** Raw text up to an end tag or the end of a comment. */
  let rawUntil: string | null = null
  /** Ends of raw text that do not come any more. */
  const unclosed = new Set<string>()
  /** Syntax that stands alone waits for a block to begin with it. */
  let waiting: number | null = null
  let isAfterRule = false
  let isAfterBlank = true

  const begin = (kind: Fragment['kind'], at: number, rest: Partial<OpenBlock> = {}): OpenBlock => {
    // Whatever stands in a note is the note's.
    const isInNote = lists[0]?.isNote === true && kind !== 'link-definition'
    const block: OpenBlock = {
      kind: isInNote ? 'footnote-definition' : kind,
      depth: 0,
      number: null,
      quoted: 0,
      indent: 0,
      afterRule: isAfterRule,
      from: waiting ?? at,
      to: at,
      contents: [],
      isVerbatim: false,
      within: elements.current(),
      ...rest,
    }
    block.quoted += elements.quoted()
    waiting = null
    isAfterRule = false
    blocks.push(block)
    return block
  }
  /** Syntax with no words of its own: belongs to the block before if it ends it, else to the next. */
  const put = (at: number, to: number, isEnd: boolean) => {
    const last = blocks.at(-1)
    if (isEnd && waiting === null && last !== undefined) last.to = to
    else waiting ??= at
  }
  const add = (block: OpenBlock, at: number, to: number) => {
    if (to > at) block.contents.push({ from: at, to })
    block.to = Math.max(block.to, to)
  }

  const line = (start: number, end: number) => {
    const first = firstInk(text, start, end)
    if (rawUntil !== null) {
      const over = endOfRaw(text, start, end, rawUntil)
      if (over === null) {
        if (first !== null) put(first, end, true)
      } else {
        rawUntil = null
        afterSyntax(first ?? start, over, end)
      }
      return
    }
    const prefix = quotePrefix(text, start, end, innermost(lists))
    if (fence !== null && prefix.quoted >= fence.quoted) {
      const words = text.slice(prefix.at, end).trim()
      const isEnd = words.startsWith(fence.sign) && words.replaceAll(fence.sign[0] ?? '', '') === ''
      const block = open ?? begin('code', start, { isVerbatim: true })
      if (isEnd) {
        block.to = end
        fence = null
        open = null
      } else if (first !== null) add(block, Math.min(prefix.start, first), end)
      return
    }
    fence = null
    const ink = firstInk(text, prefix.at, end)
    if (first === null || ink === null) {
      if (open?.kind !== 'code') open = null
      elements.endParagraph()
      if (first !== null) put(first, end, true)
      isAfterBlank = true
      return
    }
    words(prefix, first, ink, end)
    isAfterBlank = false
  }

  const words = (prefix: QuotePrefix, first: number, ink: number, end: number) => {
    const { quoted } = prefix
    const indent = prefix.columns
    const ofLine = text.slice(ink, Math.min(end, ink + 2000))
    if (open !== null && open.kind !== 'code' && goesOn(open, quoted, ofLine, indent)) {
      const title = UNDERLINE.exec(ofLine)?.[0]
      if (title !== undefined && open.kind === 'paragraph' && mayBeTitle(open)) {
        open.kind = 'heading'
        open.depth = title.startsWith('=') ? 1 : 2
        open.to = end
        open = null
        return
      }
      add(open, ink, end)
      return
    }
    while (lists.length > 0) {
      const level = lists.at(-1)
      // A quotation in an item is set in with its first sign.
      const room = quoted > (level?.quoted ?? 0) ? prefix.outer : indent
      if (level === undefined || (quoted >= level.quoted && room >= level.content)) break
      lists.pop()
    }
    const base = innermost(lists)
    if (open?.kind === 'code' && indent - base >= 4 && quoted === open.quoted - elements.quoted()) {
      add(open, ink, end)
      return
    }
    open = null
    // In an element people set in as they do in HTML.
    const mayBeCode = elements.current() === null && lists.at(-1)?.isNote !== true
    if (indent - base >= 4 && quoted === 0 && mayBeCode) {
      open = begin('code', first, { isVerbatim: true, indent, quoted })
      add(open, ink, end)
      return
    }
    block(quoted, indent, first, ink, end)
  }

  /** What the rest of a line begins with; markers of lists are taken off one by one. */
  const block = (quoted: number, column: number, first: number, at: number, end: number) => {
    let ink = at
    let begins = first
    let indent = column
    for (;;) {
      const rest = text.slice(ink, Math.min(end, ink + LONGEST_LABEL + 3000))
      const fenced = FENCE.exec(rest)
      if (fenced?.[1] !== undefined) {
        fence = { sign: fenced[1], quoted }
        open = begin('code', begins, { isVerbatim: true, quoted, indent })
        open.to = end
        return
      }
      if (isRule(rest)) {
        put(begins, end, false)
        isAfterRule = true
        lists.length = 0
        return
      }
      const heading = HEADING.exec(rest)
      if (heading?.[1] !== undefined) {
        const title = begin('heading', begins, { depth: heading[1].length, quoted })
        add(title, ink + heading[0].length, endOfTitle(text, ink + heading[0].length, end))
        title.to = end
        return
      }
      const note = NOTE.exec(rest)
      if (note !== null) {
        lists.length = 0
        lists.push({ content: 2, quoted, isNote: true, number: null, hasBegun: true })
        open = begin('footnote-definition', begins, { quoted })
        add(open, ink + note[0].length, end)
        open.to = end
        return
      }
      const definition = DEFINITION.exec(rest)
      if (definition !== null && DEFINITION_END.test(rest.slice(definition[0].length))) {
        const label = normalLabel(definition[1] ?? '')
        if (!definitions.has(label)) {
          definitions.set(label, unescaped(definition[2] ?? definition[3] ?? ''))
        }
        const block = begin('link-definition', begins, { quoted, isVerbatim: true })
        add(block, ink, end)
        return
      }
      const directive = DIRECTIVE.exec(rest)
      if (directive !== null) {
        if (elements.directive(rest, directive[1])) put(begins, end, true)
        else put(begins, end, false)
        return
      }
      const item = ITEM.exec(rest)
      if (item !== null && lists.length < DEEPEST) {
        const after = firstInk(text, ink + item[0].length, end)
        const width = item[0].length + Math.min(4, Math.max(1, (after ?? 0) - ink - item[0].length))
        lists.push({
          content: indent + (after === null ? item[0].length + 1 : width),
          quoted,
          isNote: false,
          number: numberOf(item[0]),
          hasBegun: false,
        })
        if (after === null) {
          const number = numberOf(item[0])
          open = begin('list-item', begins, { depth: depthOf(lists), number, quoted, indent })
          open.to = ink + item[0].length
          return
        }
        waiting ??= begins
        begins = after
        indent += after - ink
        ink = after
        if (text[ink] === '>') {
          // A quotation in an item: as deep as the signs say, and the line goes on behind them.
          const inner = quotePrefix(text, ink, end, 3)
          paragraph(quoted + inner.quoted, indent, ink, firstInk(text, inner.at, end) ?? end, end)
          return
        }
        continue
      }
      tagged(quoted, indent, begins, ink, end)
      return
    }
  }

  /** A line that may begin or end elements of HTML. */
  const tagged = (quoted: number, indent: number, begins: number, ink: number, end: number) => {
    const raw = RAW_TEXT.exec(text.slice(ink, ink + 20))?.[1]?.toLowerCase()
    if (raw !== undefined) {
      const close = raw === '!--' ? '-->' : `</${raw}`
      const over = endOfRaw(text, ink + 4, end, close)
      if (over !== null) return afterSyntax(begins, over, end)
      put(begins, end, false)
      if (!unclosed.has(close)) {
        if (text.indexOf(close, end) >= 0) rawUntil = close
        else unclosed.add(close)
      }
      return
    }
    let start = begins
    for (const piece of pieces(text, ink, end)) {
      for (const tag of piece.before) elements.take(tag)
      if (piece.words === null) {
        put(
          Math.min(start, piece.from),
          piece.to,
          piece.before.every((tag) => tag.isEnd),
        )
      } else {
        paragraph(quoted, indent, Math.min(start, piece.from), piece.words, piece.to)
      }
      for (const tag of piece.after) elements.take(tag)
      start = piece.to
      if (piece.isAlone) continue
      open = null
    }
  }

  /** What follows the end of a comment or a script on its line. */
  const afterSyntax = (begins: number, over: number, end: number) => {
    const ink = firstInk(text, over, end)
    put(begins, over, ink === null)
    open = null
    if (ink !== null) block(0, 0, ink, ink, end)
  }

  const paragraph = (quoted: number, indent: number, begins: number, ink: number, end: number) => {
    const before = blocks.at(-1)
    const line = text.slice(ink, Math.min(end, ink + 2000))
    if (before?.kind === 'table-row' && !isAfterBlank && isTableLine(line)) {
      add(begin('table-row', begins, { quoted }), ink, end)
      return
    }
    if (before?.kind === 'link-definition' && !isAfterBlank && TITLE.test(line)) {
      add(before, ink, end)
      return
    }
    const isHead =
      before?.kind === 'paragraph' &&
      before.contents.length === 1 &&
      !isAfterBlank &&
      waiting === null
    if (isHead && isTableRule(line)) {
      before.kind = 'table-row'
      before.to = end
      return
    }
    const level = lists.at(-1)
    const isItem = level !== undefined && !level.isNote && !level.hasBegun
    if (level !== undefined) level.hasBegun = true
    const isModule = quoted === 0 && indent === 0 && isAfterBlank && MODULE_LINE.test(line)
    open = begin(isModule ? 'code' : isItem ? 'list-item' : 'paragraph', begins, {
      quoted,
      indent,
      depth: level === undefined || level.isNote ? 0 : depthOf(lists),
      number: isItem ? level.number : null,
      isVerbatim: isModule,
    })
    add(open, ink, end)
  }

  /** Whether a line without a blank one before it belongs to the open paragraph. */
  const goesOn = (block: OpenBlock, quoted: number, words: string, indent: number): boolean => {
    const own = block.quoted - elements.quoted()
    if (isAfterBlank || quoted > own) return false
    if (quoted < own) {
      // By the rules of Markdown an unmarked line goes on with the quotation. Where people answer line
      // by line it is the answer: it goes on only if the quotation was cut in the middle of a sentence.
      const last = block.contents.at(-1)
      const end = last === undefined ? '' : text.slice(Math.max(last.from, last.to - 3), last.to)
      if (
        block.contents.length > 1 ||
        last === undefined ||
        last.to - last.from < 50 ||
        SENTENCE_END.test(end)
      )
        return false
    }
    if (HEADING.test(words) || FENCE.test(words) || NOTE.test(words) || DIRECTIVE.test(words))
      return false
    if (isRule(words) && !UNDERLINE.test(words)) return false
    if (UNDERLINE.test(words) && !mayBeTitle(block)) return false
    if (block.kind === 'paragraph' && block.contents.length === 1 && isTableRule(words))
      return false
    if (block.kind === 'table-row') return false
    const definition = DEFINITION.exec(words)
    if (definition !== null && DEFINITION_END.test(words.slice(definition[0].length))) return false
    const item = ITEM.exec(words)
    if (item !== null && indent - innermost(lists) < 4) {
      return lists.length === 0 && /^\d/.test(words) && !/^1[.)]/.test(words)
    }
    return !(words.startsWith('<') && startsBlockTag(words))
  }

  const mayBeTitle = (block: OpenBlock) => {
    const length = block.contents.reduce((sum, { from: start, to }) => sum + to - start, 0)
    return block.kind === 'paragraph' && block.contents.length <= 2 && length <= 150
  }

  return {
    line,
    count: () => blocks.length,
    /** @returns the blocks of the whole text, once its last line is read. */
    finish: (): {
      readonly blocks: readonly MarkdownBlock[]
      readonly definitions: ReadonlyMap<string, string>
    } => {
      if (waiting !== null) {
        const end = lastInk(text, waiting, text.length)
        const last = blocks.at(-1)
        if (last === undefined) begin('paragraph', waiting).to = end
        else last.to = end
      }
      return { blocks, definitions }
    },
    start: from,
  }
}

/** What `3.` counts; null for a bullet. */
function numberOf(sign: string): number | null {
  const number = Number.parseInt(sign, 10)
  return number >= 1 && number < 1e8 ? number : null
}

function innermost(lists: readonly ListLevel[]): number {
  return lists.at(-1)?.content ?? 0
}

function depthOf(lists: readonly ListLevel[]): number {
  return lists.filter((level) => !level.isNote).length
}
