import * as common from '#words/common'
import type { ReactNode } from 'react'

/** Stands in for a page whose code or text has not arrived yet. */
export function PageOnItsWay(): ReactNode {
  return (
    <main id="text" className="page">
      <p role="status">{common.pageLoading}</p>
    </main>
  )
}
