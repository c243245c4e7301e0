import { Region } from '#ui/Region.tsx'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { FailedImportPage, ImportPage } from './pages/ImportPage.tsx'
import { loadPreferences } from './preferences-store.ts'

/** Hydrates the import page: the one page that is no part of the app, so that no reader loads a byte of it. */
export function hydrate(): Promise<void> {
  const container = document.getElementById('root')
  if (container === null) return Promise.resolve()
  startTransition(() => {
    hydrateRoot(
      container,
      <StrictMode>
        <Region fallback={<FailedImportPage />}>
          <ImportPage onAwake={lookAround} />
        </Region>
      </StrictMode>,
    )
  })
  return Promise.resolve()
}

let hasLooked = false

function lookAround(): void {
  if (hasLooked) return
  hasLooked = true
  setTimeout(() => {
    loadPreferences()
    document.documentElement.dataset['ready'] = 'true'
    setTimeout(keepForOffline, QUIET)
  })
}

/** Milliseconds in which nothing is loaded that nobody has asked for. */
const QUIET = 2000

/** Where it does not arrive, one goes on with the network. */
function keepForOffline(): void {
  import('./offline.tsx').then(
    ({ beginOffline }) => beginOffline(),
    () => {},
  )
}
