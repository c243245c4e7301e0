import * as words from '#words/importer'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Answered } from '../desk/protocol.ts'
import type { ImporterProps } from '../Importer.tsx'
import type { Desk } from '../use-desk.ts'
import type { ReviewOfDraft } from './use-review.ts'

/** What the desk does for the review beside drawing it. */
export interface DeskWork {
  /** What is being made of the draft at present. */
  readonly pending: 'read' | 'download' | null
  /** How much of that is done, 0 to 1; null as long as there is nothing to wait for. */
  readonly share: number | null
  /** What went wrong, in a sentence. */
  readonly trouble: string | null
  readonly finish: (what: 'read' | 'download') => void
  /** Nothing is to come of it any more. */
  readonly stop: () => void
  readonly suggestSections: () => void
}

interface DeskNewsOptions extends Pick<ImporterProps, 'onDownload'> {
  readonly desk: Desk
  readonly review: ReviewOfDraft
}

/** Milliseconds in which nobody wants to know how far it is. */
const PATIENCE = 500

/** Hears what becomes of the draft on the desk. */
export function useDeskNews(options: DeskNewsOptions): DeskWork {
  const { desk, review } = options
  const [pending, setPending] = useState<DeskWork['pending']>(null)
  const [share, setShare] = useState(0)
  const [isLong, setLong] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)

  const suggested = (sections: ReviewOfDraft['draft']['sections']) => {
    if (sections.length === 0) review.say(words.suggestedNone)
    else review.edit({ type: 'sections', sections }, words.suggested(sections.length))
  }
  const hear = useEffectEvent((answer: Answered) => {
    if (answer.type === 'sections') suggested(answer.sections)
    if (answer.type === 'making') setShare(answer.share)
    // A page that is gone back to is as it was left.
    if (answer.type === 'shelved' || answer.type === 'overtaken') setPending(null)
    if (answer.type === 'outrun') {
      setPending(null)
      setTrouble(words.outrun)
    }
    if (answer.type === 'packed') {
      setPending(null)
      options.onDownload(answer.file)
      review.say(words.downloaded(answer.file.name))
    }
    if (answer.type === 'not-shelved') {
      setPending(null)
      setTrouble(words.notSaved[answer.reason])
    }
    if (answer.type === 'unfinished') {
      setPending(null)
      setTrouble([words.noArticle, ...answer.reasons.slice(0, 3)].join(' '))
    }
  })
  const { listen, keeping } = desk
  const isAllKept = keeping === 'kept'
  const notKept =
    keeping === 'kept' || keeping === 'keeping' || keeping === 'overtaken'
      ? null
      : words.notSaved[keeping]
  // The browser asks before it leaves a page with what is kept nowhere else, or not yet.
  useEffect(() => {
    if (isAllKept) return
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
    }
  }, [isAllKept])
  useEffect(() => {
    if (pending === null) return
    const timer = setTimeout(() => {
      setLong(true)
    }, PATIENCE)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [pending])
  useEffect(
    () =>
      listen((answer) => {
        hear(answer)
      }),
    [listen],
  )
  return {
    pending,
    share: isLong && pending !== null ? share : null,
    trouble: trouble ?? notKept,
    finish: (what) => {
      setTrouble(null)
      setPending(what)
      setShare(0)
      desk.send({ type: what === 'read' ? 'shelve' : 'pack' })
    },
    stop: () => {
      setPending(null)
      desk.send({ type: 'stop' })
    },
    suggestSections: () => {
      desk.send({ type: 'suggest-sections' })
    },
  }
}
