import type { AboutMaterial, Container, Fragment, Notice } from '../../model.ts'
import { append } from '../fragments.ts'
import type { Piece } from '../fragments.ts'
import { refuseTooMany } from '../limits.ts'
import type { Limits } from '../limits.ts'
import { readMarkup } from '../markup.ts'
import type { Pace } from '../pace.ts'
import { controlElements, hintsOf, quotes } from './elements.ts'
import { isFormulaAside, isFormulaStructure, signsAround } from './formulas.ts'
import { readHead } from './head.ts'
import { joinLabels } from './labels.ts'
import { countedList, numberIn } from './list-numbers.ts'
import { isTrue, marksOf } from './marks.ts'
import { BLOCKS, UNSEEN } from './names.ts'
import { isEmoji, isOfText, isSeen, shownBy } from './pictures.ts'
import { preformattedPieces } from './preformatted.ts'
import { joinRows, newGrid, placeCell, startRow, startRows, withPictures } from './rows.ts'
import type { Grid, Row, RowPiece } from './rows.ts'
import { lookOf, over, PLAIN, readDeclarations, styleSheet } from './styles.ts'
import type { OpenMark } from './words-in-block.ts'
import { wordsInBlock } from './words-in-block.ts'

/** An element while it is open, with what it hands down to those inside. */
interface OpenElement {
  readonly name: string
  /** Null outside of all elements. */
  readonly container: Container | null
  readonly isBlock: boolean
  readonly kind: Fragment['kind']
  readonly depth: number
  readonly quoted: number
  readonly indent: number
  readonly lists: number
  readonly isVerbatim: boolean
  readonly marks: readonly OpenMark[]
  /** Of the innermost table. */
  readonly grid: Grid | null
  readonly row: Row | null
  readonly cell: number
  /** Of a list item: the number that it is given. */
  readonly number: number | null
  /** Of a list: which number comes next. */
  next: number | null
  /** How many elements have begun in it. */
  parts: number
  /** What is written where it ends. */
  readonly after: string
  /** Of a list item: whether its first words are written. */
  hasBegun: boolean
}

/** Text that stands in no element: a part of a page, or what follows a stray end tag. */
const OUTSIDE: OpenElement = {
  name: '',
  container: null,
  isBlock: true,
  kind: 'paragraph',
  depth: 0,
  quoted: 0,
  indent: 0,
  lists: 0,
  isVerbatim: false,
  marks: [],
  grid: null,
  row: null,
  cell: 0,
  number: null,
  next: null,
  parts: 0,
  after: '',
  hasBegun: false,
}

export interface HtmlContent {
  /** With all places that have an id; `withInnerAnchorsOnly` keeps those that are led to. */
  readonly pieces: readonly Piece[]
  readonly about: AboutMaterial
  readonly notices: readonly Notice[]
}

interface HtmlOptions {
  readonly limits: Limits
  readonly pace: Pace
  /** Chapters of a book are XHTML: `<a/>` is over. */
  readonly isXhtml?: boolean
}

/**
 * The visible text of a page in the order of the file, block by block, and what the markup says of it.
 * Nothing of it is ever run, fetched or drawn.
 */
export async function readHtml(
  html: string,
  { limits, pace, isXhtml = false }: HtmlOptions,
): Promise<HtmlContent> {
  const head = readHead()
  const sheet = styleSheet()
  const words = wordsInBlock()
  const pieces: RowPiece[] = []
  const stack: OpenElement[] = []
  let raw = ''
  let unseen: string | null = null
  let unseenDepth = 0
  /** In the words of a drawing, which are counted and not read. */
  let isDrawnText = false
  let drawnWords = 0
  let isAfterRule = false
  let pictures = 0
  let start: OpenElement | null = null
  let startDepth = 0
  /** The fewest elements that were open between the block's first words and its last. */
  let common = 0
  let fewest = 0

  const endBlock = () => {
    const { text, marks, spaces } = words.take()
    if (text === '' || start === null) return
    const item = itemOf(stack, start)
    const isFurtherInItem = item?.hasBegun === true
    const kind = isFurtherInItem ? 'paragraph' : start.kind
    let within: Container | null = start.container
    for (let depth = startDepth; depth > common && within !== null; depth -= 1)
      within = within.parent
    const piece = {
      text,
      kind,
      marks: marks.filter((mark) => isTrue(mark, text)),
      within,
      afterRule: isAfterRule,
      depth: kind === 'heading' || start.kind === 'list-item' ? start.depth : 0,
      number: kind === 'list-item' ? (item?.number ?? null) : null,
      quoted: start.quoted,
      indent: start.indent + spaces * 4,
      row: start.row,
      cell: start.cell,
    }
    if (start.isVerbatim) append(pieces, preformattedPieces(piece, limits))
    else pieces.push(piece)
    refuseTooMany(pieces.length, limits)
    if (item !== null) item.hasBegun = true
    isAfterRule = false
    start = null
  }
  const touch = () => {
    if (start === null) {
      start = stack.at(-1) ?? OUTSIDE
      startDepth = stack.length
      common = stack.length
    } else {
      common = Math.min(common, fewest)
    }
    fewest = stack.length
  }
  const addText = (text: string) => {
    const top = stack.at(-1)
    if (top?.isVerbatim === true) {
      if (words.isEmpty() && text.trim() === '') return
      touch()
      words.addVerbatim(text)
      return
    }
    if (text.trim() !== '') touch()
    else if (isFormulaStructure(top?.name ?? '')) return
    words.add(text)
  }

  const onOpen = (name: string, attributes: ReadonlyMap<string, string>) => {
    const isPicture = isSeen(name, attributes)
    if (unseen !== null) {
      if (isPicture) pictures += 1
      if (name === unseen) unseenDepth += 1
      if (unseen === 'svg') isDrawnText = name === 'text' || (isDrawnText && name === 'tspan')
      if (unseen === 'head') readHeadElement(name, attributes)
      raw = ''
      return
    }
    if (isPicture) takePicture(attributes)
    if (name === 'br') {
      if (stack.at(-1)?.isVerbatim === true) words.addVerbatim('\n')
      else if (words.breakLine()) endBlock()
      return
    }
    if (name === 'hr') {
      endBlock()
      isAfterRule = true
      return
    }
    const isAside = name === 'math' && isFormulaAside(stack.at(-1)?.container ?? null)
    if (UNSEEN.has(name) || isAside) {
      // In the browser `<select>` stands in the line; in the text its options would.
      if (name === 'title' || BLOCKS.has(name)) endBlock()
      unseen = name
      unseenDepth = 1
      raw = ''
      readHeadElement(name, attributes)
      return
    }
    if (name === 'html') head.onLang(attributes.get('lang') ?? attributes.get('xml:lang') ?? '')
    if (name === 'meta') head.onMeta(attributes)
    if (name === 'link') head.onLink(attributes)
    if (isBlockHere(name, attributes)) endBlock()
    push(name, attributes)
    if (name === 'q') addText('“')
  }
  const takePicture = (attributes: ReadonlyMap<string, string>) => {
    const shown = shownBy(attributes)
    if (isEmoji(shown)) {
      addText(shown)
      return
    }
    pictures += 1
    if (isOfText(attributes, hintsOf(attributes, false), stack.at(-1)?.container ?? null))
      words.point(shown, 'picture')
  }
  const readHeadElement = (name: string, attributes: ReadonlyMap<string, string>) => {
    if (name === 'meta') head.onMeta(attributes)
    if (name === 'link') head.onLink(attributes)
    if (name === 'script')
      isLinkedData = (attributes.get('type') ?? '').toLowerCase() === 'application/ld+json'
  }
  let isLinkedData = false

  const push = (name: string, attributes: ReadonlyMap<string, string>) => {
    const parent = stack.at(-1)
    const signs = signsAround(parent?.name ?? '', parent?.parts ?? 0, name)
    if (signs.before !== '') addText(signs.before)
    if (parent !== undefined) parent.parts += 1
    const classes = (attributes.get('class') ?? '').split(/\s+/).filter((one) => one !== '')
    const attributeStyle = attributes.get('style')
    const style = over(
      sheet.styleOf(name, classes),
      attributeStyle === undefined ? PLAIN : readDeclarations(attributeStyle),
    )
    const background = attributes.get('bgcolor') ?? null
    const look = lookOf(background === null ? style : over(style, { ...PLAIN, background }))
    const isHidden =
      style.isHidden ||
      attributes.has('hidden') ||
      attributes.get('aria-hidden') === 'true' ||
      (name === 'dialog' && !attributes.has('open'))
    const container: Container = {
      name,
      hints: hintsOf(attributes, isHidden),
      look,
      lang: attributes.get('lang') ?? attributes.get('xml:lang') ?? null,
      parent: parent?.container ?? null,
    }
    const id = attributes.get('id') ?? (name === 'a' ? attributes.get('name') : undefined)
    if (id !== undefined && id !== '') words.point(id)
    const isBlock = isBlockHere(name, attributes)
    const isTable = name === 'table'
    const outerRow = parent?.row ?? null
    if (isTable && outerRow !== null) outerRow.isBroken = true
    const row = name === 'tr' ? { isBroken: false, cells: 0 } : isTable ? null : outerRow
    const grid = isTable ? newGrid() : (parent?.grid ?? null)
    if (grid !== null && ROWS.has(name)) startRows(grid)
    if (grid !== null && name === 'tr') startRow(grid)
    if ((name === 'td' || name === 'th') && row !== null)
      row.cells = grid === null ? row.cells + 1 : placeCell(grid, attributes)
    const isList = name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir'
    const lists = (parent?.lists ?? 0) + (isList ? 1 : 0)
    const level = headingLevel(name, attributes)
    stack.push({
      name,
      container,
      isBlock,
      kind: kindOf(name, level, parent?.kind ?? 'paragraph'),
      depth: level > 0 ? level : name === 'li' ? lists : (parent?.depth ?? 0),
      quoted: (parent?.quoted ?? 0) + (quotes(name) ? 1 : 0),
      indent: (parent?.indent ?? 0) + style.indent,
      lists,
      isVerbatim:
        parent?.isVerbatim === true || ['pre', 'listing', 'xmp', 'plaintext'].includes(name),
      marks: marksOf(name, attributes, style, isBlock)
        .map(({ type, value }) => words.open(type, value))
        .filter((mark) => mark !== null),
      grid,
      row,
      cell: row?.cells ?? 0,
      number: name === 'li' ? numberIn(parent, attributes) : null,
      ...countedList(name, attributes),
      parts: 0,
      after: signs.after,
      hasBegun: false,
    })
  }

  const onClose = (name: string) => {
    if (unseen !== null) {
      if (name === 'title' && (unseen === 'title' || unseen === 'head')) head.onTitle(raw)
      if (name === 'style') sheet.add(raw)
      if (name === 'script' && isLinkedData) head.onLinkedData(raw)
      if (name === unseen) unseenDepth -= 1
      raw = ''
      if (name === 'text') isDrawnText = false
      if (unseenDepth === 0) {
        unseen = null
        isDrawnText = false
      }
      return
    }
    if (stack.at(-1)?.name !== name) return
    // Browsers set its quotation marks, so readers have seen them.
    const after = name === 'q' ? '”' : (stack.at(-1)?.after ?? '')
    if (after !== '') addText(after)
    const top = stack.pop()
    if (top === undefined) return
    if (top.isBlock) {
      stack.push(top)
      endBlock()
      stack.pop()
    }
    for (const mark of top.marks.toReversed()) words.close(mark)
    fewest = Math.min(fewest, stack.length)
  }

  const onText = (text: string) => {
    if (unseen === null) addText(text)
    else if (isDrawnText) drawnWords += text.split(/\s+/).filter((word) => word !== '').length
    else if (unseen === 'head' || unseen === 'title' || unseen === 'style' || unseen === 'script')
      raw += text
  }
  const onComment = (text: string) => {
    const saved = /saved from url=\(\d+\)(\S+)/.exec(text.slice(0, 2000))
    if (saved?.[1] !== undefined) head.onSavedFrom(saved[1])
  }

  const { isFlattened } = await readMarkup(
    html,
    { onOpen, onClose, onText, onComment },
    { xml: false, selfClosing: isXhtml, nesting: limits.nesting, pace },
  )
  endBlock()
  const last = pieces.at(-1)
  if (last !== undefined) pieces[pieces.length - 1] = withPictures(last, words.left())

  const about = head.about()
  const notices: Notice[] = []
  if (pictures > 0) notices.push({ id: 'pictures-left-out', about: String(pictures) })
  if (drawnWords > 0) notices.push({ id: 'drawn-words-left-out', about: String(drawnWords) })
  if (isFlattened) notices.push({ id: 'nesting-flattened', about: null })
  return { pieces: joinLabels(joinRows(pieces)), about, notices }
}

/** A formula may have a line of its own. */
function isBlockHere(name: string, attributes: ReadonlyMap<string, string>): boolean {
  return BLOCKS.has(name) || (name === 'math' && attributes.get('display') === 'block')
}

const ROWS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot'])

/** The list item in which a block stands directly enough to be a part of it. */
function itemOf(stack: readonly OpenElement[], start: OpenElement): OpenElement | null {
  if (start.kind !== 'list-item') return null
  return stack.findLast((element) => element.name === 'li') ?? null
}

function headingLevel(name: string, attributes: ReadonlyMap<string, string>): number {
  if (/^h[1-6]$/.test(name)) return Number(name[1])
  if (attributes.get('role') !== 'heading') return 0
  const level = Number(attributes.get('aria-level') ?? 2)
  return Number.isInteger(level) && level >= 1 && level <= 6 ? level : 6
}

function kindOf(name: string, level: number, parent: Fragment['kind']): Fragment['kind'] {
  if (level > 0) return 'heading'
  if (name === 'li') return parent === 'control' ? parent : 'list-item'
  // What stands over a table is no word about a picture.
  if (name === 'figcaption') return 'caption'
  if (controlElements.has(name)) return 'control'
  if (
    name === 'td' ||
    name === 'th' ||
    name === 'table' ||
    name === 'caption' ||
    name === 'blockquote'
  )
    return 'paragraph'
  return parent
}
