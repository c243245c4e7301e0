import type { Article } from '#core/article'
import * as words from '#words/importer'
import {
  startTransition,
  Suspense,
  useEffect,
  useRef,
  useState,
  type ComponentType,
  type ReactNode,
} from 'react'
import type { Draft, DraftSegment } from '../../model.ts'
import type { Desk } from '../../use-desk.ts'
import { scrollWithin } from '../scroll-within.ts'
import { blockSaying } from './block-saying.ts'

interface ArticlePanelProps {
  readonly draft: Draft
  readonly current: DraftSegment | undefined
  readonly desk: Desk
  readonly Preview: ComponentType<{ readonly article: Article; readonly isWhole: boolean }>
}

type Drawn =
  | { readonly type: 'article'; readonly article: Article; readonly isWhole: boolean }
  | { readonly type: 'none'; readonly reasons: readonly string[] }

/** Milliseconds without a step after which the article is drawn anew. */
const REST = 250

/** The article as it will read, near the block that is chosen. */
export function ArticlePanel({ draft, current, desk, Preview }: ArticlePanelProps): ReactNode {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const pane = useRef<HTMLDivElement>(null)
  const { listen, send } = desk
  const key = current?.key ?? null
  const isWhole = drawn?.type === 'article' && drawn.isWhole

  // The desk makes the article.
  useEffect(
    () =>
      listen((answer) => {
        if (answer.type !== 'preview' && answer.type !== 'no-preview') return
        // Drawing it gives way to whatever is typed meanwhile.
        startTransition(() => {
          setDrawn(
            answer.type === 'preview'
              ? { type: 'article', article: answer.article, isWhole: answer.isWhole }
              : { type: 'none', reasons: answer.reasons },
          )
        })
      }),
    [listen],
  )
  // A text that is shown whole need not be drawn again because another block is chosen.
  const around = isWhole ? null : key
  useEffect(() => {
    const timer = setTimeout(() => {
      send({ type: 'preview', around })
    }, REST)
    return () => {
      clearTimeout(timer)
    }
  }, [draft, around, send])

  // Where the chosen block stands in what is drawn is known to the page alone.
  const text =
    current === undefined ? '' : draft.material.text.slice(current.from, current.from + 400)
  useEffect(() => {
    const element = pane.current
    if (element === null) return
    const block = blockSaying(text, element)
    element.querySelector('[data-chosen]')?.removeAttribute('data-chosen')
    block?.setAttribute('data-chosen', '')
    const box = element.closest('[role="tabpanel"]')
    if (block !== null && box !== null) scrollWithin(box, block)
  }, [text, drawn])

  if (drawn === null) return <p role="status">{words.articleNotYet}</p>
  if (drawn.type === 'none') {
    return (
      <div role="alert" className="review-none">
        <p>{words.noArticle}</p>
        <ul>
          {drawn.reasons.slice(0, 5).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </div>
    )
  }
  return (
    <div
      ref={pane}
      className="review-article"
      onClickCapture={(event) => {
        // It is looked at, not read: a link out of it would lead away from the review.
        const link = event.target instanceof Element ? event.target.closest('a') : null
        if (link !== null && link.getAttribute('href')?.startsWith('#') !== true) {
          event.preventDefault()
        }
      }}
    >
      {!drawn.isWhole && <p className="import-hint">{words.articlePart}</p>}
      <Suspense fallback={<p role="status">{words.articleNotYet}</p>}>
        <Preview article={drawn.article} isWhole={drawn.isWhole} />
      </Suspense>
    </div>
  )
}
