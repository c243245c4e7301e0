import * as words from '#words/offline'
import type { ReactNode } from 'react'
import sheet from './offline.css?url'

interface KeptProps {
  /** Articles that can be read without a network. */
  readonly articles: number
  readonly allArticles: number
  readonly bytes: number
}

/** What is kept in this browser, in a line that opens for those who want to know more. */
export function Kept({ articles, allArticles, bytes }: KeptProps): ReactNode {
  return (
    <>
      <link rel="stylesheet" href={sheet} precedence="part" />
      <details className="kept">
        <summary>
          {words.ready} <span className="kept-bytes">· {words.keptBytes(bytes)}</span>
        </summary>
        <p>
          {words.keptArticles(articles, allArticles)} {words.howToRemove}
        </p>
      </details>
    </>
  )
}
