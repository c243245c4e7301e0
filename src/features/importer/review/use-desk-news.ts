import * as words from '#words/importer'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ArticleFolder } from '../desk/protocol.ts'
import type { ImporterProps } from '../Importer.tsx'
import type { Desk } from '../use-desk.ts'
import type { ReviewOfDraft } from './use-review.ts'

/** What the desk does for the review beside drawing it. */
export interface DeskWork {
  /** What is being made of the draft at present. */
  readonly pending: 'read' | 'download' | null
  /** What went wrong, in a sentence. */
  readonly trouble: string | null
  readonly finish: (what: 'read' | 'download') => void
  readonly suggestSections: () => void
}

interface DeskNewsOptions extends Pick<ImporterProps, 'onRead' | 'onDownload'> {
  readonly desk: Desk
  readonly id: string
  readonly review: ReviewOfDraft
}

/** Hears what becomes of the draft on the desk. */
export function useDeskNews(options: DeskNewsOptions): DeskWork {
  const { desk, review } = options
  const [pending, setPending] = useState<DeskWork['pending']>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  const finished = useEffectEvent((folder: ArticleFolder) => {
    const what = pending
    setPending(null)
    if (what === 'download') options.onDownload(folder)
    else if (what === 'read') {
      options.onRead(folder, options.id).then(
        (isKept) => {
          if (!isKept) setTrouble(words.notSaved)
        },
        () => {
          setTrouble(words.notSaved)
        },
      )
    }
  })
  const suggested = useEffectEvent((sections: ReviewOfDraft['draft']['sections']) => {
    if (sections.length === 0) review.say(words.suggestedNone)
    else review.edit({ type: 'sections', sections }, words.suggested(sections.length))
  })
  const { listen } = desk
  useEffect(
    () =>
      listen((answer) => {
        if (answer.type === 'finished') finished(answer.folder)
        else if (answer.type === 'unfinished') {
          setPending(null)
          setTrouble([words.noArticle, ...answer.reasons.slice(0, 3)].join(' '))
        } else if (answer.type === 'sections') suggested(answer.sections)
      }),
    [listen],
  )
  return {
    pending,
    trouble: trouble ?? (desk.keeping === 'not-kept' ? words.notSaved : null),
    finish: (what) => {
      setTrouble(null)
      setPending(what)
      desk.send({ type: 'finish' })
    },
    suggestSections: () => {
      desk.send({ type: 'suggest-sections' })
    },
  }
}
