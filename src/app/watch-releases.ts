import { isIdentity, isStock, type WorkerRequest } from '#core/offline'
import { useOffline } from './offline-store.ts'

/**
 * Follows what the service worker does, and tells the store: what is kept, and whether the site has a
 * newer release than the one this page belongs to. Nothing here ever loads the page anew by itself.
 */
export async function watchReleases(
  registration: ServiceWorkerRegistration,
  release: string,
): Promise<void> {
  const { serviceWorker } = navigator
  const compare = async (worker: ServiceWorker | null) => {
    if (worker === null) return
    const answer = await ask(worker, 'identify', isIdentity)
    if (answer === null) return
    if (answer.id !== release) useOffline.setState({ newer: answer.id })
    // This page is as new as the worker; only pages that are open elsewhere might need the one before it.
    else if (worker === registration.waiting) tell(worker, 'take-over-if-alone')
  }
  const count = async () => {
    const { active } = registration
    if (active === null || !useOffline.getState().isStockShown) return
    useOffline.setState({ kept: await ask(active, 'take-stock', isStock) })
  }
  const follow = (worker: ServiceWorker | null) => {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && registration.active !== null) void compare(worker)
      if (worker.state === 'activated') void count()
    })
  }

  registration.addEventListener('updatefound', () => {
    follow(registration.installing)
  })
  serviceWorker.addEventListener('controllerchange', () => {
    void compare(serviceWorker.controller)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void lookForRelease(registration)
  })

  useOffline.subscribe(({ isStockShown }, before) => {
    if (isStockShown && !before.isStockShown) void count()
  })

  follow(registration.installing)
  if (registration.active?.state === 'activating') follow(registration.active)
  await count()
  // A worker may wait, or have taken over since this page was opened, that is older than the page: first
  // the newest has to be known.
  const isNewestKnown = await lookForRelease(registration)
  if (registration.installing !== null) return
  await compare(registration.waiting ?? (isNewestKnown ? registration.active : null))
}

/** The page has asked for the newer release: it is loaded as soon as it answers for this page. */
export async function loadNewRelease(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration()
  const waiting = registration?.waiting
  if (waiting) {
    const isTakenOver = new Promise<void>((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', () => {
        resolve()
      })
      setTimeout(resolve, PATIENCE)
    })
    tell(waiting, 'take-over')
    await isTakenOver
  }
  window.location.reload()
}

/** Milliseconds. */
const PATIENCE = 3000
/** A worker that has to wake up first, on a busy machine, may take its time: nobody is waiting. */
const LONG_PATIENCE = 60_000
const HOUR = 3_600_000

let lookedAt = -Infinity

/** Asks the network for a newer release, at most once an hour: a page may be open for weeks. Whether it has answered. */
async function lookForRelease(registration: ServiceWorkerRegistration): Promise<boolean> {
  if (performance.now() - lookedAt < HOUR) return false
  lookedAt = performance.now()
  try {
    await registration.update()
    return true
  } catch {
    // No network, or the host does not answer: the next time.
    return false
  }
}

function tell(worker: ServiceWorker, type: WorkerRequest['type']): void {
  const request: WorkerRequest = { type }
  worker.postMessage(request)
}

/** Null if it does not answer, or not as this version of the page understands. */
function ask<Answer>(
  worker: ServiceWorker,
  type: WorkerRequest['type'],
  isAnswer: (value: unknown) => value is Answer,
): Promise<Answer | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const finish = (answer: Answer | null) => {
      clearTimeout(timer)
      port1.close()
      resolve(answer)
    }
    const timer = setTimeout(finish, LONG_PATIENCE, null)
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      finish(isAnswer(data) ? data : null)
    })
    port1.start()
    const request: WorkerRequest = { type }
    worker.postMessage(request, [port2])
  })
}
