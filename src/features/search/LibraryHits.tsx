import {
  openLibraryIndex,
  type FoundArticle,
  type FoundPlace,
  type LibraryIndex,
  type StoredLibrary,
} from '#core/search'
import * as words from '#words/search'
import * as common from '#words/common'
import {
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import styles from './library-hits.css?url'

interface LibraryHitsProps {
  readonly query: string
  /** What the build has written; rejects where it cannot be loaded. */
  readonly loadIndex: () => Promise<StoredLibrary>
  readonly articles: readonly {
    readonly slug: string
    readonly title: string
    readonly lang: string
  }[]
  /** A link to a place of an article, or to all that is found in it. */
  readonly linkTo: (slug: string, block: string | null, label: ReactNode) => ReactNode
}

/** What the whole library has of the words that were typed: article by article, the best places of each. */
export function LibraryHits({ query, loadIndex, articles, linkTo }: LibraryHitsProps): ReactNode {
  const index = useLibraryIndex(loadIndex)
  const [forgivesTypos, setForgives] = useState(false)
  const wanted = useDeferredValue(query)
  const found = useMemo(
    () =>
      typeof index === 'string' ? null : index.find(wanted, { match: 'beginning', forgivesTypos }),
    [index, wanted, forgivesTypos],
  )
  const total = found?.reduce((sum, article) => sum + article.total, 0) ?? 0
  const said =
    found === null
      ? index === 'failed'
        ? words.libraryUnreachable
        : words.searchingLibrary
      : total === 0
        ? words.nothingInLibrary(wanted)
        : words.foundInLibrary(total, found.length)
  return (
    <>
      <link rel="stylesheet" href={styles} precedence="part" />
      <div className="library-hits">
        <div className="library-found">
          <p role="status">{said}</p>
          <label>
            <input
              type="checkbox"
              checked={forgivesTypos}
              onChange={(event) => {
                setForgives(event.currentTarget.checked)
              }}
            />
            <span>{words.forgiveTypos}</span>
          </label>
        </div>
        {found?.map((article) => (
          <ArticleHits key={article.slug} article={article} articles={articles} linkTo={linkTo} />
        ))}
      </div>
    </>
  )
}

type ArticleHitsProps = Pick<LibraryHitsProps, 'articles' | 'linkTo'> & {
  readonly article: FoundArticle
}

function ArticleHits({ article, articles, linkTo }: ArticleHitsProps): ReactNode {
  const { slug, total, best } = article
  const card = articles.find((candidate) => candidate.slug === slug)
  return (
    <section className="found-article">
      <h2 lang={card?.lang} dir="auto">
        {linkTo(slug, null, card?.title ?? slug)}
      </h2>
      <ol>
        {best.map((found) => (
          <li key={`${found.place.layer} ${found.place.block}`}>
            {linkTo(slug, found.place.block, <Place found={found} lang={card?.lang} />)}
          </li>
        ))}
      </ol>
      {total > best.length && <p>{linkTo(slug, null, words.allHitsInArticle(total))}</p>}
    </section>
  )
}

function Place({ found, lang }: { found: FoundPlace; lang: string | undefined }): ReactNode {
  const { place, excerpt } = found
  const title =
    place.note !== ''
      ? common.noteName(place.note)
      : place.section === ''
        ? words.beforeFirstHeading
        : place.section
  return (
    <>
      <span className="found-place">
        <span lang={lang} dir="auto">
          {title}
        </span>
        <span className="found-voice">
          <span className="shape" data-kind={place.note === '' ? place.kind : 'footnotes'} />
          {place.voice === '' ? common.editorialLabel : place.voice}
        </span>
      </span>
      <span className="found-excerpt" lang={lang} dir="auto">
        {excerpt.before}
        <mark>{excerpt.hit}</mark>
        {excerpt.after}
      </span>
    </>
  )
}

function useLibraryIndex(load: () => Promise<StoredLibrary>): LibraryIndex | 'loading' | 'failed' {
  const [index, setIndex] = useState<LibraryIndex | 'loading' | 'failed'>('loading')
  const start = useEffectEvent(load)
  useEffect(() => {
    let isWanted = true
    start()
      .then(openLibraryIndex)
      .catch(() => 'failed' as const)
      .then(
        (opened) => {
          if (isWanted) setIndex(opened)
        },
        () => {},
      )
    return () => {
      isWanted = false
    }
  }, [])
  return index
}
