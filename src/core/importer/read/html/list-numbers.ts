/** A list while its items are counted. */
export interface CountedList {
  /** Of the next item; null where items are not counted upwards in figures. */
  next: number | null
}

const LARGEST = 99_999_999

/** How a page counts the items of a list: `<ol start="5">`. Letters and Roman numerals are no numbers. */
export function countedList(name: string, attributes: ReadonlyMap<string, string>): CountedList {
  const isCounted =
    name === 'ol' && !attributes.has('reversed') && (attributes.get('type') ?? '1') === '1'
  return { next: isCounted ? numberAt(attributes.get('start'), 1) : null }
}

/** The number of the next item, which may say its own: `<li value="7">`. */
export function numberIn(
  list: CountedList | undefined,
  attributes: ReadonlyMap<string, string>,
): number | null {
  if (list === undefined || list.next === null) return null
  const number = numberAt(attributes.get('value'), list.next)
  list.next = number === null ? null : number + 1
  return number
}

/** The number that is written, else the usual one. None where a list of ours could not have it: 0, or below. */
function numberAt(written: string | undefined, usual: number): number | null {
  const said = Number.parseInt(written ?? '', 10)
  const number = Number.isNaN(said) ? usual : said
  return number >= 1 && number <= LARGEST ? number : null
}
