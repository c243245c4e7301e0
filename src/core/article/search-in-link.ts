import { parameter } from './parameter.ts'

/** What is searched for, as a link carries it. */

const SEARCH_PARAMETER = 'q'

/** In UTF-16 code units. More than anybody looks for, and less than a server refuses in an address. */
const longestSearch = 200

/** Reads what a link searches for out of the query of its address; empty where it searches for nothing. */
export function parseSearch(query: string): string {
  return cut(parameter(query, SEARCH_PARAMETER) ?? '')
}

/** The inverse of `parseSearch`: puts `wanted` behind `query`, the rest of the question, e.g. what `formatLayers` makes. */
export function formatSearch(wanted: string, query = ''): string {
  if (wanted.trim() === '') return query
  // Chat programs end a link at brackets and quotation marks.
  const escaped = encodeURIComponent(cut(wanted)).replace(
    /[!'()*_~]|\.$/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${query === '' ? '?' : `${query}&`}${SEARCH_PARAMETER}=${escaped}`
}

/** Without half characters, which no address can carry. */
function cut(wanted: string): string {
  return wanted
    .slice(0, longestSearch)
    .replace(/\p{Surrogate}/gu, '')
    .trim()
}
