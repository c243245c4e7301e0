import { isStacked } from '#core/article'
import { titleOfDraft } from '#core/importer'
import { NextIcon, PreviousIcon } from '#ui/icons.tsx'
import * as words from '#words/importer'
import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import type { ImporterProps } from '../Importer.tsx'
import type { Draft } from '../model.ts'
import { isKept, type Desk } from '../use-desk.ts'
import type { DeskWork } from './use-desk-news.ts'
import { RedoIcon, UndoIcon } from './icons.tsx'
import { ReviewMenu } from './ReviewMenu.tsx'
import type { ReviewOfDraft } from './use-review.ts'

type ReviewHeadProps = Pick<ImporterProps, 'tools' | 'toLibrary'> & {
  readonly desk: Desk
  readonly review: ReviewOfDraft
  readonly work: DeskWork
  /** Whether there is room for everything at once. */
  readonly isWide: boolean
  readonly onDoubt: (step: 1 | -1) => void
  readonly onKeys: () => void
}

/** What is being reviewed, what is left to look at, and the way out. */
export function ReviewHead(props: ReviewHeadProps): ReactNode {
  const { desk, review, work, isWide, onDoubt, onKeys } = props
  const { draft, doubts } = review
  const primary = useRef<HTMLButtonElement>(null)
  const keeping = desk.isOvertaken ? '' : (SAYING[desk.keeping] ?? '')
  // What is not kept would be lost.
  const another = {
    name: words.closeReview,
    isDisabled: !isKept(desk),
    isBusy: false,
    onPress: desk.clear,
  }
  const download = {
    name: work.pending === 'download' ? words.preparing : words.download,
    isDisabled: false,
    isBusy: work.pending !== null,
    onPress: () => {
      if (work.pending === null) work.finish('download')
    },
  }
  const title = titleOf(draft)
  return (
    <header className="review-head">
      <div className="review-title">
        <h1 dir="auto" data-stacked={isStacked(title) ? '' : undefined}>
          {title}
        </h1>
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
        {isWide && (
          <button type="button" aria-label={words.keys} onClick={onKeys}>
            <span aria-hidden="true">?</span>
          </button>
        )}
        {props.tools}
      </div>
      <div className="review-ways">
        {isWide &&
          work.share === null &&
          [another, download].map(({ name, isDisabled, isBusy, onPress }, at) => (
            <button
              key={at}
              type="button"
              disabled={isDisabled}
              aria-disabled={isBusy}
              onClick={onPress}
            >
              {name}
            </button>
          ))}
        <button
          ref={primary}
          type="button"
          className="import-primary"
          disabled={desk.isOvertaken}
          // Not disabled, or the focus of whoever has pressed it would be nowhere.
          aria-disabled={work.pending !== null}
          onClick={() => {
            if (work.pending === null) work.finish('read')
          }}
        >
          {work.pending === 'read' || work.share !== null ? words.preparing : words.read}
        </button>
        {work.share !== null && <Making share={work.share} stop={work.stop} primary={primary} />}
        {!isWide && work.share === null && (
          <ReviewMenu
            ways={[
              download,
              another,
              { name: words.keys, isDisabled: false, isBusy: false, onPress: onKeys },
            ]}
          />
        )}
      </div>
    </header>
  )
}

interface MakingProps {
  readonly share: number
  readonly stop: () => void
  /** What is there before it and after it. */
  readonly primary: RefObject<HTMLButtonElement | null>
}

/** How far an article is made, and the way to stop that. */
function Making({ share, stop, primary }: MakingProps): ReactNode {
  const cancel = useRef<HTMLButtonElement>(null)
  // It takes the place of a button that may have had the focus, and hands it on when it goes.
  useLayoutEffect(() => {
    const button = cancel.current
    const next = primary.current
    if (document.activeElement === document.body) button?.focus()
    return () => {
      if (document.activeElement === button) next?.focus()
    }
  }, [primary])
  return (
    <span className="review-making">
      <progress aria-label={words.preparing} max={1} value={share} />
      <button ref={cancel} type="button" onClick={stop}>
        {words.cancel}
      </button>
    </span>
  )
}

const SAYING: Partial<Record<Desk['keeping'], string>> = {
  kept: words.saved,
  keeping: words.saving,
}

/** Letters of a title that are laid out; somebody’s may be a book. */
const LONGEST = 300

/** As the article will be called, too. */
export function titleOf(draft: Draft): string {
  return (titleOfDraft(draft) ?? words.untitled).slice(0, LONGEST)
}
