import type { Folder } from '#core/sharing'
import * as words from '#words/shelf'
import { useState, type ReactNode } from 'react'
import { keepArticle, saveFolder } from './folders.ts'
import { OutcomeLine } from './OutcomeLine.tsx'
import { copyLinkTo, type Outcome } from './sharing.ts'
import styleSheet from './shelf.css?url'

export interface OwnNoteProps {
  readonly folder: Folder
  /** Whether it came with a link, and nobody has kept it yet. */
  readonly isGuest: boolean
  readonly address: string
  readonly onCopy: (text: string) => Promise<boolean>
  /** Called with its id once it is kept. */
  readonly onKept: (id: string) => void
}

/** A quiet line over an own article: where it is kept, and how it can be taken or given away. */
export function OwnNote({ folder, isGuest, address, onCopy, onKept }: OwnNoteProps): ReactNode {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const say = (sentence: string) => {
    setOutcome({ sentence, toCopy: null })
  }
  const keep = async () => {
    const kept = await keepArticle(folder)
    if (kept.ok) {
      say(words.kept)
      onKept(kept.value)
    } else if (kept.reason === 'unreadable') say(`${words.unreadable} ${kept.messages.join(' ')}`)
    else say(words.faults[kept.reason])
  }
  return (
    <aside className="own-note" aria-label={words.pageTitle}>
      <link rel="stylesheet" href={styleSheet} precedence="part" />
      <p>{isGuest ? words.cameWithLink : words.keptHere}</p>
      <ul className="own-actions">
        {isGuest && (
          <li>
            <button type="button" onClick={() => void keep()}>
              {words.keep}
            </button>
          </li>
        )}
        <li>
          <button type="button" onClick={() => say(words.downloaded(saveFolder(folder)))}>
            {words.download}
          </button>
        </li>
        <li>
          <button
            type="button"
            onClick={() => void copyLinkTo(folder.markdown, address, onCopy).then(setOutcome)}
          >
            {words.copyLink}
          </button>
        </li>
      </ul>
      <OutcomeLine outcome={outcome} />
    </aside>
  )
}
