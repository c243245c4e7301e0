import { isStacked } from '#core/article'
import { formatDate } from '#ui/dates.ts'
import { createNewest } from '#ui/newest.ts'
import * as words from '#words/importer'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { KeptDraft, KeptDrafts, PutBack } from '../Importer.tsx'

interface KeptProps {
  readonly drafts: KeptDrafts
  readonly onOpen: (id: string, name: string) => void
}

interface Discarded {
  readonly draft: KeptDraft
  readonly putBack: PutBack
}

/** What was begun before and can be gone on with. */
export function Kept({ drafts, onOpen }: KeptProps): ReactNode {
  const [list, setList] = useState<readonly KeptDraft[]>([])
  const [news, setNews] = useState('')
  const [undone, setUndone] = useState<Discarded | null>(null)
  /** The draft that was put back last: one goes on from there. */
  const [back, setBack] = useState<string | null>(null)
  const undoButton = useRef<HTMLButtonElement>(null)
  // The store is outside React, and other tabs add to it and take away.
  useEffect(() => {
    // Where nothing can be kept in this browser there is nothing to go on with.
    const looks = createNewest(setList)
    const look = () => {
      looks.begin(drafts.list())
    }
    look()
    const stop = drafts.follow(look)
    return () => {
      looks.end()
      stop()
    }
  }, [drafts])
  // The button that was pressed is gone with its draft.
  useEffect(() => {
    undoButton.current?.focus()
  }, [undone])
  const discard = async (draft: KeptDraft) => {
    const name = nameOf(draft)
    const putBack = await drafts.discard(draft.id).catch(() => null)
    setUndone(putBack === null ? null : { draft, putBack })
    setNews(putBack === null ? words.notDiscarded(name) : words.discarded(name))
  }
  const undo = async ({ draft, putBack }: Discarded) => {
    const name = nameOf(draft)
    setBack(draft.id)
    const isBack = await putBack().catch(() => false)
    if (isBack) setUndone(null)
    setNews(isBack ? words.putBack(name) : words.notPutBack(name))
  }
  return (
    <section className="import-kept" hidden={list.length === 0 && news === ''}>
      <h2>{words.goOnWith}</h2>
      <ul>
        {list.map((draft) => (
          <li key={draft.id}>
            <button
              ref={draft.id === back ? focus : null}
              type="button"
              className="import-draft"
              onClick={() => {
                onOpen(draft.id, nameOf(draft))
              }}
            >
              <span dir="auto" data-stacked={isStacked(nameOf(draft)) ? '' : undefined}>
                {nameOf(draft)}
              </span>{' '}
              <span className="import-when">
                {words.keptSince(formatDate(localTime(draft.changed)))}
              </span>
            </button>
            <button
              type="button"
              aria-label={words.discardIt(nameOf(draft))}
              onClick={() => {
                void discard(draft)
              }}
            >
              {words.discard}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{news}</p>
      {undone !== null && (
        <button ref={undoButton} type="button" onClick={() => void undo(undone)}>
          {words.undo}
        </button>
      )}
    </section>
  )
}

function focus(button: HTMLButtonElement | null): void {
  button?.focus()
}

function nameOf({ title }: KeptDraft): string {
  return title === '' ? words.untitled : title
}

/** As ISO 8601 without a zone: what the clock on the wall said. */
function localTime(moment: Date): string {
  const shifted = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 16)
}
