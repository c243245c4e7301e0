import { directionOfWords, isStacked, readingMinutes, type Article, type Hand } from '#core/article'
import { formatDate, languageName } from '#ui/dates.ts'
import * as words from '#words/document'
import * as common from '#words/common'
import { Fragment, type ReactNode } from 'react'

/** The head of an article: a title page in small. */
export function TitlePage({
  article,
  isPart,
}: {
  readonly article: Article
  readonly isPart: boolean
}): ReactNode {
  const { series, source } = article
  return (
    <header className="title-page" data-skip="">
      {series !== null && (
        <p className="series">
          {!article.title.startsWith(series.title) && <bdi>{series.title}</bdi>}
          <span className="series-part">{common.part(series.part)}</span>
          {series.note !== null && <span>{series.note}</span>}
        </p>
      )}
      <h1
        lang={article.lang}
        dir={directionOfWords(article.title) ?? article.dir}
        data-stacked={isStacked(article.title) ? '' : undefined}
      >
        {article.title}
      </h1>
      <p className="authors" lang={article.lang} dir={article.dir}>
        {article.authors.map((author, index) => (
          <Fragment key={index}>
            {index > 0 && ', '}
            <bdi>{author}</bdi>
          </Fragment>
        ))}
      </p>
      <p className="about">
        {source.published !== null && (
          <time dateTime={source.published}>{formatDate(source.published)}</time>
        )}
        {!isPart && <span>{common.minutes(readingMinutes(article))}</span>}
        <span>{languageName(article.lang)}</span>
        {source.url !== null && (
          <a href={source.url} rel="noopener">
            {hostOf(source.url)}
          </a>
        )}
      </p>
      <HandsLine hands={article.hands} />
    </header>
  )
}

/** The way of the text from hand to hand, one station each. */
function HandsLine({ hands }: { hands: readonly Hand[] }): ReactNode {
  return (
    <ol className="hands" aria-label={words.chainOfHands}>
      {hands.map((hand, index) => (
        <li key={index} data-role={hand.role}>
          <span className="hand-role">{words.role[hand.role]}</span>
          {/* Isolated within its line: a name in another script stands below its role all the same. */}
          <span className="hand-name">
            <bdi>
              {hand.url === null ? (
                hand.name
              ) : (
                <a href={hand.url} rel="noopener">
                  {hand.name}
                </a>
              )}
            </bdi>
          </span>
          {hand.did !== null && <span className="hand-did">{hand.did}</span>}
          {hand.date !== null && <time dateTime={hand.date}>{formatDate(hand.date)}</time>}
        </li>
      ))}
    </ol>
  )
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
