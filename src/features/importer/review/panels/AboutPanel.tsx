import * as words from '#words/importer'
import type { ReactNode } from 'react'
import type { AboutMaterial } from '../../model.ts'
import { TextField } from '../TextField.tsx'
import { formatAuthors, parseAuthors } from './author-names.ts'

interface AboutPanelProps {
  readonly about: AboutMaterial
  /** What could not be read, in sentences. */
  readonly notices: readonly string[]
  readonly onChange: (change: Partial<AboutMaterial>) => void
}

/** Title, author, date and address: as the text says, until somebody says otherwise. */
export function AboutPanel(props: AboutPanelProps): ReactNode {
  const { about, notices, onChange } = props
  const field = (
    name: keyof typeof words.aboutFields,
    value: string | null,
    change: (typed: string) => Partial<AboutMaterial>,
  ) => {
    const hint = words.aboutHints[name]
    const hintId = hint === '' ? undefined : `importer.about-${name}-hint`
    return (
      <div className="about-field">
        <label>
          <span>{words.aboutFields[name]}</span>
          <TextField
            value={value ?? ''}
            describedBy={hintId}
            onValue={(typed) => {
              onChange(change(typed))
            }}
          />
        </label>
        {hint !== '' && (
          <p id={hintId} className="import-hint">
            {hint}
          </p>
        )}
      </div>
    )
  }
  const orNull = (typed: string) => (typed === '' ? null : typed)
  return (
    <div className="about-fields">
      {notices.length > 0 && (
        <ul className="about-notices">
          {notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      {field('title', about.title, (typed) => ({ title: orNull(typed) }))}
      {field('authors', formatAuthors(about.authors), (typed) => ({
        authors: parseAuthors(typed),
      }))}
      {field('postedBy', about.postedBy ?? null, (typed) => ({ postedBy: orNull(typed) }))}
      {field('published', about.published, (typed) => ({ published: orNull(typed) }))}
      {field('url', about.url, (typed) => ({ url: orNull(typed) }))}
      {field('lang', about.lang, (typed) => ({ lang: orNull(typed) }))}
    </div>
  )
}
