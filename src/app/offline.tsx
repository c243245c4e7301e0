import { savesData } from '#core/offline'
import { NewVersion } from '#features/offline'
import { LatePart } from '#ui/LatePart.tsx'
import { whenIdle } from '#ui/when-idle.ts'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { useAddress, type Address } from './address.ts'
import { useOffline } from './offline-store.ts'
import { hrefOf } from './paths.ts'
import { registerWorker } from './register-worker.ts'
import { pageAt } from './routes.ts'
import { loadNewRelease, watchReleases } from './watch-releases.ts'

/**
 * Keeps the site for reading without a network, once the page has all it needs and the browser has
 * nothing else to do. In development a page belongs to no release, and nothing is kept.
 */
export async function beginOffline(): Promise<void> {
  const { release } = document.documentElement.dataset
  if (release === undefined) return
  await isLoaded()
  await isIdle()
  const registration = await registerWorker()
  if (registration === null) return
  // Beside the page and not in it: what is said here must not draw anything there anew.
  const place = document.createElement('div')
  document.body.append(place)
  createRoot(place).render(
    <StrictMode>
      <LatePart>
        <Offer />
      </LatePart>
    </StrictMode>,
  )
  if (savesData(navigator)) keepWhatOpens()
  await watchReleases(registration, release)
}

/**
 * Somebody who saves data keeps what is read. An article that opens without a new document is asked for
 * by nobody, so its page is asked for here, and the service worker keeps what goes by.
 */
function keepWhatOpens(): void {
  const keep = async ({ pathname }: Address) => {
    await isIdle()
    if (navigator.serviceWorker.controller !== null) await fetch(hrefOf(pathname))
  }
  useAddress.subscribe((address, before) => {
    const opens = address.how === 'push' && address.pathname !== before.pathname
    // Without a network nothing is kept, and nothing is lost.
    if (opens && pageAt(address.pathname).name === 'article') keep(address).catch(() => {})
  })
}

function Offer(): ReactNode {
  const newer = useOffline((state) => state.newer)
  return (
    <NewVersion
      release={newer}
      onLoad={() => {
        void loadNewRelease()
      }}
    />
  )
}

function isLoaded(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'complete') resolve()
    else
      window.addEventListener('load', () => {
        resolve()
      })
  })
}

function isIdle(): Promise<void> {
  return new Promise((resolve) => {
    whenIdle(resolve)
  })
}
