import * as words from '#words/shelf'
import type { ReactNode } from 'react'
import { hrefOf, libraryPath } from '../paths.ts'

/** The page of own articles without an article: before one is there, or where there is none. */
export function OwnShell({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <main id="text" className="page own-shell">
      <h1>{words.pageTitle}</h1>
      {children}
    </main>
  )
}

/** The way out, also of an article that takes long to open. */
export function ToLibrary(): ReactNode {
  return (
    <p>
      <a href={hrefOf(libraryPath)}>{words.toLibrary}</a>
    </p>
  )
}

/** What is prerendered, for any article of any reader. */
export function OwnOpening(): ReactNode {
  return (
    <OwnShell>
      <p role="status">{words.loading}</p>
      <ToLibrary />
      <noscript>
        <p>{words.needsScript}</p>
      </noscript>
    </OwnShell>
  )
}
