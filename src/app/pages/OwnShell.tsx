import * as words from '#words/shelf'
import type { ReactNode } from 'react'

/** The page of own articles without an article: before one is there, or where there is none. */
export function OwnShell({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <main id="text" className="page own-shell">
      <h1>{words.pageTitle}</h1>
      {children}
    </main>
  )
}

/** What is prerendered, for any article of any reader. */
export function OwnOpening(): ReactNode {
  return (
    <OwnShell>
      <p role="status">{words.loading}</p>
      <noscript>
        <p>{words.needsScript}</p>
      </noscript>
    </OwnShell>
  )
}
