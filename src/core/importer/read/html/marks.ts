import type { Mark } from '../../model.ts'
import type { Style } from './styles.ts'

type MarkKind = Pick<Mark, 'type' | 'value'>

const BY_NAME: ReadonlyMap<string, Mark['type']> = new Map([
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['cite', 'emphasis'],
  ['dfn', 'emphasis'],
  ['var', 'emphasis'],
  ['strong', 'strong'],
  ['b', 'strong'],
  ['del', 'delete'],
  ['s', 'delete'],
  ['strike', 'delete'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
])

/** Marks that an element puts on its words, by its name and by how it is set. */
export function marksOf(
  name: string,
  attributes: ReadonlyMap<string, string>,
  style: Style,
  isBlock: boolean,
): readonly MarkKind[] {
  const marks: MarkKind[] = []
  if (!isBlock && isPageBreak(attributes)) marks.push({ type: 'syntax', value: PAGE_BREAK })
  const byName = BY_NAME.get(name)
  // Some editors wrap all they copy in a `<b>` whose style says that it is not bold.
  const isUndone =
    (byName === 'emphasis' && style.isItalic === false) ||
    (byName === 'strong' && style.isBold === false)
  if (byName !== undefined && !isUndone) marks.push({ type: byName, value: null })
  if (style.isItalic === true && byName !== 'emphasis')
    marks.push({ type: 'emphasis', value: null })
  if (style.isBold === true && byName !== 'strong' && !isBlock) {
    marks.push({ type: 'strong', value: null })
  }
  if (style.isRaised && byName !== 'superscript') marks.push({ type: 'superscript', value: null })
  if (style.isLowered && byName !== 'subscript') marks.push({ type: 'subscript', value: null })
  if (style.isStruck && byName !== 'delete') marks.push({ type: 'delete', value: null })
  const href = attributes.get('href')
  if (name === 'a' && href !== undefined) {
    marks.push({ type: 'link', value: href.trim() })
    const declaration = noterefOf(attributes, href)
    if (declaration !== null) {
      marks.push({ type: 'noteref', value: declaration === 'said' ? null : BY_ADDRESS })
    }
  }
  // The colour of a block is its container's look.
  if (!isBlock) {
    const colour = name === 'font' ? (attributes.get('color') ?? null) : style.colour
    const background = name === 'mark' ? (style.background ?? 'mark') : style.background
    if (colour !== null) marks.push({ type: 'colour', value: colour.toLowerCase() })
    if (background !== null) marks.push({ type: 'colour', value: background })
  }
  return marks
}

/** Where a page of the printed book began, inside a paragraph. */
function isPageBreak(attributes: ReadonlyMap<string, string>): boolean {
  const said = `${attributes.get('epub:type') ?? ''} ${attributes.get('role') ?? ''}`.toLowerCase()
  return said.split(/\s+/).some((word) => word === 'pagebreak' || word === 'doc-pagebreak')
}

const PAGE_BREAK = 'page-break'
const PAGE_NUMBER =
  /^[\s[({|]{0,3}(?:p{1,2}|pg|page|s|seite|с)?\.?\s?[\divxlcdm]{1,8}[\s\])}|]{0,3}$/i

/** Whether a mark is what it says: words that stand where a number should are words. */
export function isTrue({ type, value, from, to }: Mark, text: string): boolean {
  if (type !== 'syntax' || value !== PAGE_BREAK) return true
  return to - from <= 20 && PAGE_NUMBER.test(text.slice(from, to))
}

/** Addresses that word processors, wikis and blogs give the definitions of their footnotes. */
const NOTE_ADDRESS =
  /^#(?:_ftn|_edn|ftnt|sdfootnote\d+sym|sdendnote\d+sym|cite_note|fn|footnote|note|endnote|en)(?![-_:.]?(?:ref|back|return|anc))[-_:.]?[\w.%-]*$/i
/** And those that they give the markers, to lead back to them. */
const BACK_ADDRESS = /(?:ref|back|return)[-_]?\d*$/i

type Declaration = 'said' | 'by-address' | null

function noterefOf(attributes: ReadonlyMap<string, string>, href: string): Declaration {
  const said = `${attributes.get('epub:type') ?? ''} ${attributes.get('role') ?? ''}`.toLowerCase()
  if (said.includes('backlink')) return null
  if (said.split(/\s+/).some((word) => word === 'noteref' || word === 'doc-noteref')) return 'said'
  const classes = (attributes.get('class') ?? '').toLowerCase()
  if (/backref|backlink/.test(classes)) return null
  if (/footnote-?ref|noteref|fn-ref/.test(classes)) return 'said'
  if (!href.includes('#') || href.length > 1000) return null
  const fragment = href.slice(href.indexOf('#'))
  const isWiki = fragment.startsWith('#cite_note')
  const isNote = NOTE_ADDRESS.test(fragment) && (isWiki || !BACK_ADDRESS.test(fragment))
  return isNote && /\d|\*/.test(fragment) ? 'by-address' : null
}

/** Of a marker that is one by its address only: its words have to look like one, see `links.ts`. */
export const BY_ADDRESS = ''
