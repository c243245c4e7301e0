import type { ReactNode } from 'react'

/** What came of it, and what could not be copied, for copying by hand. */
export interface Result {
  readonly sentence: string
  readonly toCopy?: string
}

export function Outcome({ result }: { readonly result: Result | null }): ReactNode {
  return (
    <>
      <p role="status" className="export-outcome">
        {result?.sentence ?? ''}
      </p>
      {result?.toCopy !== undefined && (
        <textarea
          readOnly
          rows={4}
          value={result.toCopy}
          aria-label={result.sentence}
          ref={(field) => {
            field?.select()
          }}
        />
      )}
    </>
  )
}
