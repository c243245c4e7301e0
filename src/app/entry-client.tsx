import { Region } from '#ui/Region.tsx'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { followHistory } from './address.ts'
import { AdoptedText } from './AdoptedText.tsx'
import { App } from './App.tsx'
import { readPageData } from './page-data.ts'
import { loadLibrary } from './pages/LazyLibrary.tsx'
import { PlainArticle } from './pages/PlainArticle.tsx'
import { loadPreferences } from './preferences-store.ts'
import './styles.css'

/** Wakes the page up. Whatever goes wrong here, the text stands in the page already. */
async function wakeUp(): Promise<void> {
  const container = document.getElementById('root')
  const first = readPageData(document.getElementById('page-facts')?.textContent ?? '')
  if (container === null || first === null) return
  const article = container.querySelector('article')
  const text = article === null ? null : <AdoptedText nodes={[...article.childNodes]} />
  if (first.type !== 'article') await loadLibrary()
  hydrateRoot(
    container,
    <StrictMode>
      <Region fallback={<PlainArticle text={text} />}>
        <App first={first} firstText={text} />
      </Region>
    </StrictMode>,
  )
  followHistory()
  loadPreferences()
}

// The script is asynchronous, because browsers go to the place of a link only when no other kind is
// left to wait for; so it may be here before the text is.
if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', () => void wakeUp(), { once: true })
} else {
  void wakeUp()
}
