import * as words from '#words/importer'
import type { KeyboardEvent, ReactNode } from 'react'
import type { ImporterProps } from '../Importer.tsx'
import type { Desk } from '../use-desk.ts'
import { AboutPanel } from './panels/AboutPanel.tsx'
import { ArticlePanel } from './panels/ArticlePanel.tsx'
import { noticesOf } from './notices.ts'
import { NotesPanel } from './panels/NotesPanel.tsx'
import { SectionsPanel } from './panels/SectionsPanel.tsx'
import { VoicesPanel } from './panels/VoicesPanel.tsx'
import type { DeskWork } from './use-desk-news.ts'
import type { ReviewOfDraft } from './use-review.ts'

type ReviewTabsProps = Pick<ImporterProps, 'Preview'> & {
  readonly desk: Desk
  readonly review: ReviewOfDraft
  readonly voices: readonly string[]
  /** The blocks themselves, where there is room for one pane only. */
  readonly blocks: ReactNode
  readonly tab: words.TabName
  readonly onTab: (tab: words.TabName) => void
  /** Chooses the block with this key. */
  readonly onShow: (key: string) => void
  readonly work: DeskWork
}

const BESIDE = ['article', 'notes', 'voices', 'sections', 'about'] as const

/** What stands beside the text as it was: the article, and all that can be listed of it. */
export function ReviewTabs(props: ReviewTabsProps): ReactNode {
  const { blocks, onTab } = props
  const names: readonly words.TabName[] = blocks === null ? BESIDE : ['blocks', ...BESIDE]
  const tab = names.includes(props.tab) ? props.tab : 'article'
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = tabAfter(event, names, tab)
    if (next === undefined) return
    event.preventDefault()
    onTab(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus()
  }
  return (
    <div className="review-beside">
      <div
        role="tablist"
        className="review-tabs"
        aria-label={words.tabs}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {names.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`importer.tab.${name}`}
            data-tab={name}
            aria-selected={tab === name}
            aria-controls={tab === name ? 'importer.panel' : undefined}
            tabIndex={tab === name ? 0 : -1}
            onClick={() => {
              onTab(name)
            }}
          >
            {words.tabNames[name]}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id="importer.panel"
        className="review-panel"
        data-panel={tab}
        aria-labelledby={`importer.tab.${tab}`}
        // What scrolls must be within reach of the arrows.
        tabIndex={tab === 'article' ? 0 : undefined}
      >
        {tab === 'blocks' ? blocks : <Panel {...props} tab={tab} />}
      </div>
    </div>
  )
}

function Panel(
  props: ReviewTabsProps & { readonly tab: Exclude<words.TabName, 'blocks'> },
): ReactNode {
  const { review, onShow } = props
  const { draft } = review
  switch (props.tab) {
    case 'article':
      return (
        <ArticlePanel
          draft={draft}
          current={review.current}
          desk={props.desk}
          Preview={props.Preview}
        />
      )
    case 'notes':
      return (
        <NotesPanel
          draft={draft}
          onShow={onShow}
          onRelink={(reference, key) => {
            review.edit({ type: 'relink', reference, key }, words.relinked)
          }}
        />
      )
    case 'voices':
      return (
        <VoicesPanel
          draft={draft}
          voices={props.voices}
          onShow={onShow}
          onRename={(from, to) => {
            const isMerged = props.voices.includes(to)
            review.edit(
              { type: 'rename-voice', from, to },
              isMerged ? words.merged(to) : words.renamed(to),
            )
          }}
        />
      )
    case 'sections':
      return (
        <SectionsPanel
          draft={draft}
          onShow={onShow}
          onSuggest={props.work.suggestSections}
          onTitle={(key, title) => {
            review.edit(
              { type: 'section', key, title },
              title === null ? words.sectionGone : words.sectionDone,
            )
          }}
        />
      )
    case 'about':
      return (
        <AboutPanel
          about={draft.about}
          notices={noticesOf(draft)}
          onChange={(about) => {
            review.edit({ type: 'about', about }, words.aboutChanged)
          }}
        />
      )
  }
}

/** Arrows go round, Home and End to the ends. */
function tabAfter(
  { key, currentTarget }: KeyboardEvent<HTMLElement>,
  names: readonly words.TabName[],
  now: words.TabName,
): words.TabName | undefined {
  if (key === 'Home') return names[0]
  if (key === 'End') return names.at(-1)
  const isRtl = getComputedStyle(currentTarget).direction === 'rtl'
  const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[key]
  return step === undefined ? undefined : names.at((names.indexOf(now) + step) % names.length)
}
