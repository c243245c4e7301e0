import { formatSearch, parseSearch, type LibraryCard } from '#core/article'
import * as words from '#words/library'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { replace, useAddress } from '../address.ts'
import { PageLink } from '../PageLink.tsx'
import { articlePath } from '../paths.ts'

// Through a file of our own: to import the door itself would bring the articles' search as well.
const load = () => import('./library-hits.ts')
const LibraryHits = lazy(load)

interface LibrarySearchProps {
  readonly cards: readonly LibraryCard[]
  /** What stands there while nobody is looking for anything. */
  readonly children: ReactNode
}

/** A field over the cards; what it finds takes their place. The address carries what is looked for. */
export function LibrarySearch({ cards, children }: LibrarySearchProps): ReactNode {
  const { search, key, how } = useAddress()
  const [typed, setTyped] = useState<{ key: string; query: string } | null>(null)
  // Each entry of the history has its own question, whatever was typed in another.
  const query = typed?.key === key ? typed.query : parseSearch(search)
  const [state, setState] = useState<'asleep' | 'awake' | 'failed'>('asleep')
  const isAsked = query.trim() !== ''
  useEffect(() => {
    if (!isAsked || state === 'awake') return
    load().then(
      () => {
        setState('awake')
      },
      () => {
        setState('failed')
      },
    )
  }, [isAsked, query, state])
  return (
    <>
      <search className="library-search">
        <input
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          aria-label={words.searchLibrary}
          placeholder={words.searchLibrary}
          value={query}
          disabled={how === 'rendered'}
          onChange={(event) => {
            const next = event.currentTarget.value
            setTyped({ key, query: next })
            replace({ search: formatSearch(next) })
          }}
        />
      </search>
      {isAsked && state === 'failed' && <p role="alert">{words.searchUnreachable}</p>}
      {isAsked && state === 'awake' ? (
        <Suspense fallback={children}>
          <LibraryHits
            query={query}
            articles={cards}
            loadIndex={async () => (await import('virtual:library-search')).library}
            linkTo={(slug, block, label) => (
              <PageLink
                to={articlePath(slug)}
                search={formatSearch(query)}
                hash={block === null ? '' : `#${encodeURIComponent(block)}`}
              >
                {label}
              </PageLink>
            )}
          />
        </Suspense>
      ) : (
        children
      )}
    </>
  )
}
