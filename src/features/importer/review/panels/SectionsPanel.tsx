import * as words from '#words/importer'
import type { ReactNode } from 'react'
import type { Draft } from '../../model.ts'
import { TextField } from '../TextField.tsx'

interface SectionsPanelProps {
  readonly draft: Draft
  readonly onTitle: (key: string, title: string | null) => void
  readonly onSuggest: () => void
  readonly onShow: (key: string) => void
}

/** Headings that the text has not got itself: suggested, then named by whoever reviews it. */
export function SectionsPanel({
  draft,
  onTitle,
  onSuggest,
  onShow,
}: SectionsPanelProps): ReactNode {
  const { sections, segments, material } = draft
  return (
    <>
      <p className="import-hint">{words.sectionsHint}</p>
      {sections.length === 0 ? (
        <p>{words.noSections}</p>
      ) : (
        <ul className="review-list">
          {sections.map(({ at, title }) => {
            const segment = segments.find(({ key }) => key === at)
            const opening =
              segment === undefined
                ? ''
                : material.text.slice(segment.from, Math.min(segment.to, segment.from + 40))
            return (
              <li key={at}>
                <TextField
                  value={title}
                  label={words.sectionTitle(opening)}
                  onValue={(typed) => {
                    onTitle(at, typed === '' ? null : typed)
                  }}
                />
                <button
                  type="button"
                  aria-label={`${words.showIt}: ${title}`}
                  onClick={() => {
                    onShow(at)
                  }}
                >
                  {words.showIt}
                </button>
                <button
                  type="button"
                  aria-label={`${words.remove}: ${title}`}
                  onClick={() => {
                    onTitle(at, null)
                  }}
                >
                  {words.remove}
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <button type="button" onClick={onSuggest}>
        {words.suggest}
      </button>
    </>
  )
}
