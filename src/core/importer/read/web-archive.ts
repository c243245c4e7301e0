/*
 * What browsers save as one file (MHTML, RFC 2557): the page and all that belongs to it, each a part of a message.
 */

import { contentOf, entityOf, parameterOf, partsOf } from './mime.ts'
import type { Entity } from './mime.ts'

export interface SavedPage {
  readonly bytes: Uint8Array
  /** As the part says it. */
  readonly charset: string | null
  /** Where the page stood. */
  readonly url: string | null
}

/** Whether a file begins as such an archive does. A mail with pictures does, too, but nobody has saved it. */
export function isWebArchive(start: string): boolean {
  if (!/^content-type:\s{0,9}multipart\/related/im.test(start)) return false
  const isSaved = /^(?:snapshot-content-location:|from:[^\n]{0,40}saved by )/im.test(start)
  return /^[a-z][\w-]{1,40}:/i.test(start) && (isSaved || !/^from:/im.test(start))
}

/** The page of an archive; null where none of its parts is one. */
export function pageInArchive(bytes: Uint8Array): SavedPage | null {
  const whole = entityOf(bytes)
  // Some programs give a page that name and nothing else.
  if (!whole.fields.has('content-type')) return { bytes, charset: null, url: null }
  const page = pageIn(whole)
  if (page === null) return null
  const location =
    page.fields.get('content-location') ?? whole.fields.get('snapshot-content-location') ?? ''
  return {
    bytes: contentOf(page),
    charset: parameterOf(page, 'charset'),
    url: /^https?:\/\//i.test(location) ? location.trim() : null,
  }
}

/** The part that is said to be the root, else the first that is a page; the others are its frames. */
function pageIn(entity: Entity): Entity | null {
  if (entity.type === 'text/html' || entity.type === 'application/xhtml+xml') return entity
  const parts = partsOf(entity)
  const root = parameterOf(entity, 'start')
  const isRoot = ({ fields }: Entity): boolean =>
    root !== null && fields.get('content-id')?.trim() === root
  for (const one of [...parts.filter(isRoot), ...parts.filter((part) => !isRoot(part))]) {
    const page = pageIn(one)
    if (page !== null) return page
  }
  return null
}
