import * as words from '#words/offline'
import { useState, type ReactNode } from 'react'
import sheet from './offline.css?url'

interface NewVersionProps {
  /** The name of the newer release; null if there is none. */
  readonly release: string | null
  readonly onLoad: () => void
}

/** Offers a newer release of the site, said once and politely; nothing happens unless it is asked for. */
export function NewVersion({ release, onLoad }: NewVersionProps): ReactNode {
  // Whoever puts off one release may want the next.
  const [putOff, setPutOff] = useState<string | null>(null)
  const isOffered = release !== null && release !== putOff
  // The line stands there before it says anything: only a change of it is read out.
  return (
    <>
      <link rel="stylesheet" href={sheet} precedence="part" />
      <div
        className={isOffered ? 'new-version offer' : 'new-version'}
        data-state={isOffered ? 'seen' : 'silent'}
        {...(isOffered && { role: 'region', 'aria-label': words.newVersionName })}
      >
        <p role="status">{isOffered ? words.newVersion : ''}</p>
        {isOffered && (
          <>
            <button type="button" onClick={onLoad}>
              {words.loadNew}
            </button>
            <button
              type="button"
              onClick={() => {
                setPutOff(release)
                // The button goes, and the focus would be nowhere.
                const text = document.getElementById('text')
                if (text === null) return
                text.tabIndex = -1
                text.focus({ preventScroll: true })
              }}
            >
              {words.later}
            </button>
          </>
        )}
      </div>
    </>
  )
}
