import type { Article } from '#core/article'
import type { Voices } from '#core/overview'
import * as words from '#words/overview'
import type { ReactNode } from 'react'
import { language, toText } from './surroundings.ts'

interface VoiceTableProps {
  readonly voices: Voices
  readonly article: Article
}

/** The figures that the bars are drawn from, each section's linked to it. */
export function VoiceTable({ voices, article }: VoiceTableProps): ReactNode {
  return (
    <div className="table" role="region" aria-label={words.theFigures} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.section}</th>
            {voices.voices.map(({ id, label }) => (
              <th key={id} scope="col" dir="auto">
                {label}
              </th>
            ))}
            <th scope="col">{words.sum}</th>
          </tr>
        </thead>
        <tbody>
          {voices.sections.map(({ heading, words: counts, total }, at) => (
            <tr key={heading?.id ?? at}>
              <th scope="row" data-depth={heading?.depth}>
                {heading === null ? (
                  words.beforeFirstHeading
                ) : (
                  <a href={toText(heading.id)} {...language(article.lang)}>
                    {heading.title}
                  </a>
                )}
              </th>
              {counts.map((count, voice) => (
                <td key={voices.voices[voice]?.id}>{words.number(count)}</td>
              ))}
              <td>{words.number(total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.wholeText}</th>
            {voices.voices.map(({ id, words: count }) => (
              <td key={id}>{words.number(count)}</td>
            ))}
            <td>{words.number(voices.total)}</td>
          </tr>
          <tr>
            <th scope="row">{words.inShares}</th>
            {voices.voices.map(({ id, share }) => (
              <td key={id}>{words.share(share)}</td>
            ))}
            <td>{words.share(voices.total === 0 ? 0 : 1)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
