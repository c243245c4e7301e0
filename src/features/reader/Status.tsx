import * as common from '#words/common'
import { CloseIcon } from '#ui/icons.tsx'
import { useEffect, useEffectEvent, type ReactNode } from 'react'

/** What the page says to its reader: always aloud, and seen where seeing helps. */
export interface Saying {
  readonly sentence: string
  readonly isSeen: boolean
  /** What could not be copied, for copying by hand. */
  readonly toCopy?: string
}

const SEEN_FOR = 6000

export function Status({
  saying,
  onDone,
}: {
  saying: Saying | null
  onDone: () => void
}): ReactNode {
  const isLasting = saying?.toCopy !== undefined
  const done = useEffectEvent(onDone)
  useEffect(() => {
    if (saying === null || isLasting) return
    const timer = window.setTimeout(() => {
      done()
    }, SEEN_FOR)
    return () => {
      window.clearTimeout(timer)
    }
  }, [saying, isLasting])
  const isSeen = saying?.isSeen === true
  return (
    <div className="status" data-state={isSeen ? 'seen' : 'heard'}>
      <p role="status">{saying?.sentence ?? ''}</p>
      {isLasting && (
        <input ref={selectAll} readOnly value={saying.toCopy} aria-label={saying.sentence} />
      )}
      {isSeen && (
        <button type="button" aria-label={common.close} onClick={onDone}>
          <CloseIcon />
        </button>
      )}
    </div>
  )
}

function selectAll(field: HTMLInputElement | null): void {
  field?.select()
}
