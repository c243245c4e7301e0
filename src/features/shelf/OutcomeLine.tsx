import * as words from '#words/shelf'
import type { ReactNode } from 'react'
import type { Outcome } from './sharing.ts'

/** Stands there before it says anything, so that what it says is read out. */
export function OutcomeLine({
  outcome,
  children,
}: {
  readonly outcome: Outcome | null
  readonly children?: ReactNode
}): ReactNode {
  const toCopy = outcome?.toCopy ?? null
  return (
    <div className="shelf-outcome">
      <p role="status">{outcome?.sentence}</p>
      {children}
      {toCopy !== null && <textarea readOnly rows={4} aria-label={words.link} value={toCopy} />}
    </div>
  )
}
