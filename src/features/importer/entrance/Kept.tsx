import { formatDate } from '#ui/dates.ts'
import * as words from '#words/importer'
import { useEffect, useState, type ReactNode } from 'react'
import type { KeptDraft, KeptDrafts } from '../Importer.tsx'

interface KeptProps {
  readonly drafts: KeptDrafts
  readonly onOpen: (id: string, name: string) => void
}

/** What was begun before and can be gone on with. */
export function Kept({ drafts, onOpen }: KeptProps): ReactNode {
  const [list, setList] = useState<readonly KeptDraft[]>([])
  const [news, setNews] = useState('')
  // The store is outside React, and asked once: nobody else adds to it while this stands here.
  useEffect(() => {
    let isWanted = true
    drafts.list().then(
      (found) => {
        if (isWanted) setList(found)
      },
      () => {
        // Nothing can be kept in this browser: there is nothing to go on with.
      },
    )
    return () => {
      isWanted = false
    }
  }, [drafts])
  const discard = async (draft: KeptDraft) => {
    await drafts.discard(draft.id)
    setList((now) => now.filter(({ id }) => id !== draft.id))
    setNews(words.discarded(nameOf(draft)))
  }
  return (
    <section className="import-kept" hidden={list.length === 0 && news === ''}>
      <h2>{words.goOnWith}</h2>
      <ul>
        {list.map((draft) => (
          <li key={draft.id}>
            <button
              type="button"
              className="import-draft"
              onClick={() => {
                onOpen(draft.id, nameOf(draft))
              }}
            >
              <span dir="auto">{nameOf(draft)}</span>{' '}
              <span className="import-when">
                {words.keptSince(formatDate(localTime(draft.changed)))}
              </span>
            </button>
            <button
              type="button"
              aria-label={words.discardIt(nameOf(draft))}
              onClick={() => {
                discard(draft).catch(() => {})
              }}
            >
              {words.discard}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{news}</p>
    </section>
  )
}

function nameOf({ title }: KeptDraft): string {
  return title === '' ? words.untitled : title
}

/** As ISO 8601 without a zone: what the clock on the wall said. */
function localTime(moment: Date): string {
  const shifted = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 16)
}
