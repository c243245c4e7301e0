import type { ReactNode } from 'react'
import { push } from './address.ts'
import { hrefOf } from './paths.ts'

interface PageLinkProps {
  /** A path inside the site, from `paths.ts`. */
  readonly to: string
  /** The question that the page is asked. */
  readonly search?: string
  /** A place on that page. */
  readonly hash?: string
  readonly className?: string
  /** Takes the step instead, if there is more to it. */
  readonly onFollow?: () => void
  readonly children: ReactNode
}

/** A link to another page of the site: a plain link, followed without loading a new document. */
export function PageLink({
  to,
  search = '',
  hash = '',
  className,
  onFollow,
  children,
}: PageLinkProps): ReactNode {
  return (
    <a
      href={hrefOf(to) + search + hash}
      className={className}
      onClick={(event) => {
        const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
        if (!isPlain || event.button !== 0 || event.defaultPrevented) return
        event.preventDefault()
        if (onFollow === undefined) push({ pathname: to, search, hash })
        else onFollow()
      }}
    >
      {children}
    </a>
  )
}
