import { titleOfDraft } from '#core/importer'
import { NextIcon, PreviousIcon } from '#ui/icons.tsx'
import * as words from '#words/importer'
import type { ReactNode } from 'react'
import type { ImporterProps } from '../Importer.tsx'
import type { Draft } from '../model.ts'
import { isKept, type Desk } from '../use-desk.ts'
import type { DeskWork } from './use-desk-news.ts'
import { RedoIcon, UndoIcon } from './icons.tsx'
import type { ReviewOfDraft } from './use-review.ts'

type ReviewHeadProps = Pick<ImporterProps, 'tools' | 'toLibrary'> & {
  readonly desk: Desk
  readonly review: ReviewOfDraft
  readonly work: DeskWork
  readonly onDoubt: (step: 1 | -1) => void
  readonly onKeys: () => void
}

/** What is being reviewed, what is left to look at, and the way out. */
export function ReviewHead(props: ReviewHeadProps): ReactNode {
  const { desk, review, work, onDoubt, onKeys } = props
  const { draft, doubts } = review
  const keeping =
    desk.keeping === 'kept' ? words.saved : desk.keeping === 'keeping' ? words.saving : ''
  return (
    <header className="review-head">
      <div className="review-title">
        <h1 dir="auto">{titleOf(draft)}</h1>
        <p className="review-kept">{keeping}</p>
      </div>
      <div className="review-doubts" role="group" aria-label={words.toLookAt(doubts.length)}>
        <span aria-hidden="true">{words.toLookAt(doubts.length)}</span>
        <button
          type="button"
          aria-label={words.previousDoubt}
          disabled={doubts.length === 0}
          onClick={() => {
            onDoubt(-1)
          }}
        >
          <PreviousIcon />
        </button>
        <button
          type="button"
          aria-label={words.nextDoubt}
          disabled={doubts.length === 0}
          onClick={() => {
            onDoubt(1)
          }}
        >
          <NextIcon />
        </button>
      </div>
      <div className="review-tools">
        <button
          type="button"
          aria-label={words.undo}
          aria-keyshortcuts="Control+Z Meta+Z"
          disabled={!review.canUndo}
          onClick={review.undo}
        >
          <UndoIcon />
        </button>
        <button
          type="button"
          aria-label={words.redo}
          aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
          disabled={!review.canRedo}
          onClick={review.redo}
        >
          <RedoIcon />
        </button>
        <button type="button" className="review-keys" aria-label={words.keys} onClick={onKeys}>
          <span aria-hidden="true">?</span>
        </button>
        {props.tools}
      </div>
      <div className="review-ways">
        <button
          type="button"
          className="review-another"
          // What is not kept would be lost.
          disabled={!isKept(desk)}
          onClick={desk.clear}
        >
          {words.closeReview}
        </button>
        <button
          type="button"
          className="review-download"
          disabled={work.pending !== null}
          onClick={() => {
            work.finish('download')
          }}
        >
          {work.pending === 'download' ? words.preparing : words.download}
        </button>
        <button
          type="button"
          className="import-primary"
          disabled={work.pending !== null}
          onClick={() => {
            work.finish('read')
          }}
        >
          {work.pending === 'read' ? words.preparing : words.read}
        </button>
      </div>
    </header>
  )
}

/** Letters of a title that are laid out; somebody’s may be a book. */
const LONGEST = 300

/** As the article will be called, too. */
function titleOf(draft: Draft): string {
  return (titleOfDraft(draft) ?? words.untitled).slice(0, LONGEST)
}
