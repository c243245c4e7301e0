import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { followHistory } from './address.ts'
import { AddressRouter } from './AddressRouter.tsx'
import { AdoptedText } from './AdoptedText.tsx'
import { App } from './App.tsx'
import type { PageData } from './page-data.ts'
import { loadPreferences } from './preferences-store.ts'
import './styles.css'

/** Wakes the page up. Whatever goes wrong here, the text stands in the page already. */
const container = document.getElementById('root')
const facts = document.getElementById('page-facts')?.textContent
const article = container?.querySelector<HTMLElement>('article')

if (container !== null && facts !== undefined && facts !== null) {
  const first = JSON.parse(facts) as PageData
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
