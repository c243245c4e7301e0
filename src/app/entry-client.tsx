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
const container = document.getElementById('root')
const first = readPageData(document.getElementById('page-facts')?.textContent ?? '')
const article = container?.querySelector<HTMLElement>('article')

if (container !== null && first !== null) {
  hydrateRoot(
    container,
    <StrictMode>
      <AddressRouter>
        <App
          first={first}
          firstText={
            article === null || article === undefined ? null : (
              <AdoptedText nodes={[...article.childNodes]} />
            )
          }
        />
      </AddressRouter>
    </StrictMode>,
  )
  followHistory()
  loadPreferences()
}
