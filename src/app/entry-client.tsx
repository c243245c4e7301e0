import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { followHistory } from './address.ts'
import { AddressRouter } from './AddressRouter.tsx'
import { AdoptedText } from './AdoptedText.tsx'
import { App } from './App.tsx'
import { readPageData } from './page-data.ts'
import { loadPreferences } from './preferences-store.ts'
import './styles.css'

/** Wakes the page up. Whatever goes wrong here, the text stands in the page already. */
function wakeUp(): void {
  const container = document.getElementById('root')
  const first = readPageData(document.getElementById('page-facts')?.textContent ?? '')
  const article = container?.querySelector<HTMLElement>('article')
  if (container === null || first === null) return
  hydrateRoot(
    container,
    <StrictMode>
      <AddressRouter>
        <App
          first={first}
          firstText={
            article === null || article === undefined ? null : <AdoptedText element={article} />
          }
        />
      </AddressRouter>
    </StrictMode>,
  )
  followHistory()
  loadPreferences()
}

// The script is asynchronous, because browsers go to the place of a link only when no other kind is
// left to wait for; so it may be here before the text is.
if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', wakeUp, { once: true })
} else {
  wakeUp()
}
