import { BLOCKS, PICTURES, UNSEEN } from './html/names.ts'

const INLINE = new Set(
  'a abbr b big cite code del dfn em font head html i ins kbd mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
)
const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr'])
/** Their end may be left out. */
const OPEN_ENDED = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'body', 'html', 'head'])

const LONGEST_SAMPLE = 256 * 1024
const FEWEST = 4

const TAG = /<(\/?)([a-z][a-z0-9]{0,12})(?=[\s/>])[^<>]{0,2000}>/giu

/**
 * Whether a text is the source of a page: it begins with a tag and ends with one, and its tags are HTML's
 * and closed. A text that only speaks of tags has words at one of its ends.
 */
export function isSourceOfPage(text: string): boolean {
  const source = text.slice(0, LONGEST_SAMPLE).trim()
  if (!/^<(?:!doctype html|!--|[a-z][a-z0-9]{0,12}[\s/>])/iu.test(source)) return false
  const isCut = text.length > LONGEST_SAMPLE
  if (!isCut && !source.endsWith('>')) return false
  let [known, unknown, unclosed] = [0, 0, 0]
  for (const [, slash = '', raw = ''] of source.matchAll(TAG)) {
    const name = raw.toLowerCase()
    const isKnown = [BLOCKS, PICTURES, UNSEEN, INLINE, VOID, OPEN_ENDED].some((s) => s.has(name))
    if (!isKnown) unknown += 1
    else {
      known += 1
      if (!VOID.has(name) && !OPEN_ENDED.has(name)) unclosed += slash === '' ? 1 : -1
    }
  }
  const isBalanced = isCut || Math.abs(unclosed) <= 0.1 * known
  return known >= FEWEST && unknown <= 0.2 * known && isBalanced
}
