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
])

/** Marks that an element puts on its words, by its name and by how it is set. */
export function marksOf(
  name: string,
  attributes: ReadonlyMap<string, string>,
  style: Style,
  isBlock: boolean,
): readonly MarkKind[] {
  const marks: MarkKind[] = []
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
  if (style.isStruck && byName !== 'delete') marks.push({ type: 'delete', value: null })
  const href = attributes.get('href')
  if (name === 'a' && href !== undefined) {
    marks.push({ type: 'link', value: href.trim() })
    if (isDeclaredNoteref(attributes, href)) marks.push({ type: 'noteref', value: null })
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

/** Addresses that word processors, wikis and blogs give the definitions of their footnotes. */
const NOTE_ADDRESS =
  /#(?:_ftn|_edn|ftnt|sdfootnote\d+sym|sdendnote\d+sym|cite_note|fn|footnote|note|endnote|en)[-_:.]?(?!ref|_ref)[\w-]*\d[\w-]*$/i
const BACK_LINK = /ref|anc|back|return/i

function isDeclaredNoteref(attributes: ReadonlyMap<string, string>, href: string): boolean {
  const said = `${attributes.get('epub:type') ?? ''} ${attributes.get('role') ?? ''}`.toLowerCase()
  if (/\bbacklink\b/.test(said) || said.includes('doc-backlink')) return false
  if (said.split(/\s+/).some((word) => word === 'noteref' || word === 'doc-noteref')) return true
  const classes = (attributes.get('class') ?? '').toLowerCase()
  if (/backref|backlink/.test(classes)) return false
  if (/footnote-?ref|noteref|fn-ref/.test(classes)) return true
  const fragment = href.slice(href.indexOf('#'))
  return href.length < 500 && NOTE_ADDRESS.test(fragment) && !BACK_LINK.test(fragment)
}
