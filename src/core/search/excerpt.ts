import type { Hit } from './search.ts'
import type { SearchIndex } from './search-index.ts'

/** A hit among its neighbours, white space made plain. */
export interface Excerpt {
  readonly before: string
  readonly hit: string
  readonly after: string
}

/** UTF-16 code units that an excerpt shows on each side, where the layer has so many. */
export const leastContext = 40
/** How far it may reach further to the border of a word. */
const longestWord = 24
/** Stands between the end of one block and the beginning of the next. */
const BETWEEN = ' ¶ '
const CUT = '…'

/** The hit with the words around it in its own layer, also those of the blocks before and behind. */
export function excerptOf(index: SearchIndex, hit: Hit): Excerpt {
  return {
    before: contextBefore(index, hit),
    hit: plain(hit.text.slice(hit.start, hit.end)),
    after: contextAfter(index, hit),
  }
}

function contextBefore(index: SearchIndex, hit: Hit): string {
  let context = plain(nearEnd(hit.text.slice(0, hit.start)))
  for (let entry = hit.entry - 1; entry >= 0 && context.length < leastContext; entry -= 1) {
    const other = index.entries[entry]
    if (other === undefined || !speaksWith(other, hit)) continue
    context = `${plain(nearEnd(other.text)).trimEnd()}${BETWEEN}${context.trimStart()}`
  }
  if (context.length <= leastContext) return context.trimStart()
  const from = context.length - leastContext
  const space = context.lastIndexOf(' ', from - 1)
  if (space === -1 && from <= longestWord) return context.trimStart()
  const start = space !== -1 && from - space <= longestWord ? space + 1 : whole(context, from)
  return start === 0 ? context : `${CUT}${context.slice(start)}`
}

function contextAfter(index: SearchIndex, hit: Hit): string {
  let context = plain(nearStart(hit.text.slice(hit.end)))
  const last = index.entries.length
  for (let entry = hit.entry + 1; entry < last && context.length < leastContext; entry += 1) {
    const other = index.entries[entry]
    if (other === undefined || !speaksWith(other, hit)) continue
    context = `${context.trimEnd()}${BETWEEN}${plain(nearStart(other.text)).trimStart()}`
  }
  if (context.length <= leastContext) return context.trimEnd()
  const space = context.indexOf(' ', leastContext)
  if (space === -1 && context.length - leastContext <= longestWord) return context.trimEnd()
  const end =
    space !== -1 && space - leastContext <= longestWord ? space : whole(context, leastContext)
  return `${context.slice(0, end)}${CUT}`
}

function speaksWith(one: Pick<Hit, 'layer' | 'group'>, other: Hit): boolean {
  return one.layer === other.layer && one.group === other.group
}

/** More than an excerpt needs, also where much of it is white space. */
const enough = 400

function nearEnd(text: string): string {
  return plain(text.slice(-enough)).length < 2 * leastContext ? text : text.slice(-enough)
}

function nearStart(text: string): string {
  return plain(text.slice(0, enough)).length < 2 * leastContext ? text : text.slice(0, enough)
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

/** The offset, or one less where it would cut a character of two code units. */
function whole(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset
}
