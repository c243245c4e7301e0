import { parameter } from './parameter.ts'

/**
 * Where what others say stands: in the stream of the text, or in the margin beside the words it
 * belongs to. Both show the same text, so the reader's own choice holds unless a link says otherwise.
 */
export type View = 'inline' | 'margin'

const VIEW_PARAMETER = 'view'

function isView(value: unknown): value is View {
  return value === 'inline' || value === 'margin'
}

/** The view that the query of an address asks for; null if it asks for none, or for one that does not exist. */
export function parseView(search: string): View | null {
  const value = parameter(search, VIEW_PARAMETER)
  return isView(value) ? value : null
}

/** The inverse of `parseView`: `search`, which names no view, with this one; as it is for null. */
export function withView(search: string, view: View | null): string {
  if (view === null) return search
  return `${search === '' ? '?' : `${search}&`}${VIEW_PARAMETER}=${view}`
}
