import { showEverything } from '#ui/markup.ts'
import * as words from '#words/reader'
import { useLayoutEffect, type ReactNode } from 'react'

/** The text without any of its tools: what is left to read when they have failed. */
export function PlainArticle({ text }: { text: ReactNode }): ReactNode {
  useLayoutEffect(() => {
    showEverything(document.documentElement)
  }, [])
  return (
    <main id="text">
      <p className="region-failed" role="alert">
        {words.regionFailed}
      </p>
      {text}
    </main>
  )
}
