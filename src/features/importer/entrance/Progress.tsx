import * as words from '#words/importer'
import { useEffect, useRef, type ReactNode } from 'react'
import type { DeskState } from '../use-desk.ts'

interface ProgressProps {
  readonly state: DeskState
  /** The site that is being asked; null where none is. */
  readonly fetching: string | null
  readonly onCancel: () => void
}

/** How far it is, and the way to stop it. */
export function Progress({ state, fetching, onCancel }: ProgressProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null)
  // What was pressed to begin is gone: the focus goes to what can be pressed now.
  useEffect(() => {
    button.current?.focus()
  }, [])
  const isReading = state.status === 'busy' && state.step === 'reading'
  return (
    <div className="import-progress">
      <p role="status">{sentence(state, fetching)}</p>
      <progress
        aria-label={words.pageTitle}
        max={1}
        value={isReading && state.share > 0 ? state.share : undefined}
      />
      <button ref={button} type="button" onClick={onCancel}>
        {words.cancel}
      </button>
    </div>
  )
}

function sentence(state: DeskState, fetching: string | null): string {
  if (fetching !== null) return words.fetching(fetching)
  if (state.status !== 'busy') return ''
  const name = state.name === '' ? words.theDraft : state.name
  return state.step === 'reading' ? words.reading(name) : words.separating(name)
}
