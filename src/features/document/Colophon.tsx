import { interventions, type Article } from '#core/article'
import * as words from '#words/document'
import * as common from '#words/common'
import type { ReactNode } from 'react'

/** The foot of an article: whose the words are, what was done to them, what was left out. */
export function Colophon({
  article,
  overview,
}: {
  readonly article: Article
  readonly overview: string | null
}): ReactNode {
  const marks = interventions(article)
  return (
    <section className="colophon" id="colophon" data-skip="" aria-labelledby="colophon.heading">
      <h2 id="colophon.heading">{common.aboutEdition}</h2>
      <p>
        <bdi lang={article.lang}>{article.source.rights}</bdi>
      </p>
      {article.source.url !== null && (
        <p>
          <span>{words.sourceAddress}:</span>{' '}
          <a href={article.source.url} rel="noopener">
            {article.source.url}
          </a>
        </p>
      )}
      {overview !== null && (
        <p>
          <a href={overview}>{common.overview}</a>
        </p>
      )}
      <p className="take-away">
        <button type="button" data-take-away="">
          {common.takeAway}
        </button>
      </p>
      {marks.length > 0 && (
        <>
          <h3>{words.editorsMarks}</h3>
          <ul className="marks">
            {marks.map((mark, index) => (
              <li key={index}>
                <a href={`#${mark.place}`}>{words.intervention[mark.kind]}</a>{' '}
                {mark.words !== '' && (
                  <q lang={article.lang} dir={article.dir}>
                    {mark.words}
                  </q>
                )}{' '}
                {mark.note !== null && <span>{mark.note}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {article.credits.length > 0 && (
        <>
          <h3>{words.credits}</h3>
          <ul>
            {article.credits.map((credit, index) => (
              <li key={index}>
                <span>{credit.what}:</span>{' '}
                <q lang={article.lang} dir={article.dir}>
                  {credit.text}
                </q>
              </li>
            ))}
          </ul>
        </>
      )}
      {article.omissions.length > 0 && (
        <>
          <h3>{words.leftOut}</h3>
          <ul>
            {article.omissions.map((omission, index) => (
              <li key={index}>
                <details>
                  <summary>
                    {omission.what} ({omission.why})
                  </summary>
                  <pre className="omission" lang={article.lang} dir={article.dir} tabIndex={0}>
                    {omission.text}
                  </pre>
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
