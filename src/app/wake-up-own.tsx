import { Region } from '#ui/Region.tsx'
import * as words from '#words/shelf'
import { startTransition, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { articles } from 'virtual:articles'
import { followHistory, scrollOf, useAddress } from './address.ts'
import { letBackClose } from './back-closes.ts'
import { own } from './own-article.ts'
import { ownPath, ownSearch } from './own-path.ts'
import { openOwn } from './pages/open-own.ts'
import { OwnPage } from './pages/OwnPage.tsx'
import { OwnShell } from './pages/OwnShell.tsx'
import { loadPreferences } from './preferences-store.ts'

/**
 * Draws the page of own articles: nothing of it could be drawn before, so there is nothing to hydrate.
 * The article is opened first, for it may still stand in the fragment.
 */
export async function hydrate(): Promise<void> {
  const container = document.getElementById('root')
  if (container === null) return
  const opened = await openOwn()
  if (opened.state === 'open') {
    // To whoever takes an article away, it is one of the site's.
    const { article } = opened
    articles[article.slug] = () => Promise.resolve({ default: article })
    own.question = ownSearch(opened.id)
    own.overview = `${ownPath}${own.question}&show=overview`
  }
  followHistory()
  letBackClose()
  loadPreferences()
  // The browser has looked for the place before there was any: the page goes there as after a step.
  const { key, hash } = useAddress.getState()
  if (scrollOf(key) !== null) useAddress.setState({ how: 'traverse' })
  else if (hash !== '') useAddress.setState({ how: 'push' })
  const above = document.createElement('div')
  container.before(above)
  // A long article is drawn in slices, so that one can still leave.
  startTransition(() => {
    createRoot(container).render(
      <StrictMode>
        <Region fallback={<Failed />}>
          <OwnPage opened={opened} above={above} />
        </Region>
      </StrictMode>,
    )
  })
  setTimeout(() => {
    document.documentElement.dataset['ready'] = 'true'
    setTimeout(keepForOffline, QUIET)
  })
}

function Failed() {
  return (
    <OwnShell>
      <p role="alert">{words.failed}</p>
    </OwnShell>
  )
}

/** Milliseconds in which nothing is loaded that nobody has asked for. */
const QUIET = 2000

/** Where it does not arrive, one reads on with the network. */
function keepForOffline(): void {
  import('./offline.tsx').then(
    ({ beginOffline }) => beginOffline(),
    () => {},
  )
}
