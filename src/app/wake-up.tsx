import { Region } from '#ui/Region.tsx'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { followHistory } from './address.ts'
import { AdoptedText } from './AdoptedText.tsx'
import { App } from './App.tsx'
import { letBackClose } from './back-closes.ts'
import { readPageData } from './page-data.ts'
import { loadLibrary } from './pages/LazyLibrary.tsx'
import { PlainArticle } from './pages/PlainArticle.tsx'
import { loadPreferences } from './preferences-store.ts'

/** Hydrates the page. Whatever goes wrong here, the text stands in the page already. */
export async function hydrate(): Promise<void> {
  const container = document.getElementById('root')
  const first = readPageData(document.getElementById('page-facts')?.textContent ?? '')
  if (container === null || first === null) return
  const article = container.querySelector('article')
  const text = article === null ? null : <AdoptedText nodes={[...article.childNodes]} />
  if (first.type !== 'article') await loadLibrary()
  // As a transition, React does it in slices.
  startTransition(() => {
    hydrateRoot(
      container,
      <StrictMode>
        <Region fallback={<PlainArticle text={text} />}>
          <App first={first} firstText={text} onAwake={lookAround} />
        </Region>
      </StrictMode>,
    )
  })
}

let hasLooked = false

/** What the server could not know: the whole address, and what the reader has chosen before. */
function lookAround(): void {
  if (hasLooked) return
  hasLooked = true
  setTimeout(() => {
    followHistory()
    letBackClose()
    loadPreferences()
    document.documentElement.dataset['ready'] = 'true'
    setTimeout(keepForOffline, QUIET)
  })
}

/** Milliseconds after waking up in which nothing is loaded that nobody has asked for. */
const QUIET = 2000

/** Where it does not arrive, one reads on with the network. */
function keepForOffline(): void {
  import('./offline.tsx').then(
    ({ beginOffline }) => beginOffline(),
    () => {},
  )
}
