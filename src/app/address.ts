import { create } from 'zustand'
import { hrefOf, pathIn } from './paths.ts'

/**
 * The address: the one owner of the place, the visible layers, and whatever else a link should
 * carry. The store says at once what the address is; the browser's history follows, but no more
 * often than it may: WebKit throws after 100 calls in ten seconds, Chromium drops what is above 200
 * without a word. Steps push an entry, switches replace the present one.
 */
export interface Address {
  readonly pathname: string
  readonly search: string
  readonly hash: string
  /** Names the entry of the history. */
  readonly key: string
  /** How the reader came here; `first`: with the page; `rendered`: the page is as the server drew it, and nobody has looked at the address yet. */
  readonly how: 'rendered' | 'first' | 'push' | 'traverse'
}

export type Destination = Partial<Pick<Address, 'pathname' | 'search' | 'hash'>>

/**
 * What the server rendered the page for: the path alone. Hydration begins with this, and the rest
 * of the address follows in the same frame.
 */
const rendered: Address = {
  pathname: typeof window === 'undefined' ? '/' : pathIn(window.location.pathname),
  search: '',
  hash: '',
  key: 'rendered',
  how: 'rendered',
}

export const useAddress = create<Address>(() => rendered)

export function push(to: Destination): void {
  flush()
  leave()
  const key = newKey()
  useAddress.setState({ ...destination(to), key, how: 'push' })
  write('push')
}

export function replace(to: Destination): void {
  useAddress.setState(destination(to))
  if (pending !== undefined) return
  const wait = waitForCall()
  if (wait === 0) write('replace')
  else pending = window.setTimeout(flush, wait)
}

export function goBack(): void {
  flush()
  window.history.back()
}

/** The address as the browser shows it, or will within a moment. */
export function hrefNow(to: Destination = {}): string {
  const { pathname, search, hash } = { ...useAddress.getState(), ...to }
  return new URL(`${hrefOf(pathname)}${search}${hash}`, window.location.origin).href
}

/** Where a part that another page needs does not arrive: that page is a document of its own, too. */
export function openAsDocument(): Promise<never> {
  window.location.assign(hrefNow())
  return new Promise(() => {})
}

/** Follows the browser's history from now on. Called once, by the client's entry. */
export function followHistory(): void {
  useAddress.setState({
    ...shownByBrowser(),
    key: keyOf(window.history.state) ?? newKey(),
    how: 'first',
  })
  sign()
  readPlaces()
  window.history.scrollRestoration = 'manual'
  window.addEventListener('popstate', ({ state }) => {
    leave()
    // An entry without a name is new: the reader has written another fragment into the address.
    const key = keyOf(state)
    if (key === null) {
      useAddress.setState({ ...shownByBrowser(), key: newKey(), how: 'push' })
      sign()
      return
    }
    const search = unwritten.get(key) ?? window.location.search
    useAddress.setState({ ...shownByBrowser(), search, key, how: 'traverse' })
    if (unwritten.delete(key)) replace({ search })
  })
  window.addEventListener('pagehide', () => {
    flush()
    storePlaces()
    // Whatever comes back to this document by itself finds its place again.
    window.history.scrollRestoration = 'auto'
  })
  window.addEventListener('pageshow', () => {
    window.history.scrollRestoration = 'manual'
  })
}

// ── Where each entry was left ────────────────────────────────────────────────

const leftAt = new Map<string, number>()

/** For whoever reloads the page or comes back to it from another site. */
const STORED_PLACES = 'palimpsest.left-at'
const MOST_STORED = 50

function storePlaces(): void {
  leftAt.set(useAddress.getState().key, window.scrollY)
  try {
    const places = JSON.stringify(Object.fromEntries([...leftAt].slice(-MOST_STORED)))
    window.sessionStorage.setItem(STORED_PLACES, places)
  } catch {
    // Denied or full: going back then leads to the entry, and to its place only in this document.
  }
}

function readPlaces(): void {
  try {
    const places: unknown = JSON.parse(window.sessionStorage.getItem(STORED_PLACES) ?? '{}')
    if (typeof places !== 'object' || places === null) return
    for (const [key, top] of Object.entries(places)) {
      if (typeof top === 'number') leftAt.set(key, top)
    }
  } catch {
    // Denied, or not ours.
  }
}

/** The scroll position, in CSS pixels, in which an entry was left; null if it never was. */
export function scrollOf(key: string): number | null {
  return leftAt.get(key) ?? null
}

/** What was switched in an entry that was left before the history could follow. */
const unwritten = new Map<string, string>()

function leave(): void {
  const { key, search } = useAddress.getState()
  leftAt.set(key, window.scrollY)
  if (pending === undefined) return
  window.clearTimeout(pending)
  pending = undefined
  unwritten.set(key, search)
}

// ── Writing to the history ───────────────────────────────────────────────────

let pending: number | undefined

/** Calls that may be made at once, and the milliseconds after which there is one more: 90 in ten seconds. */
const BURST = 40
const REFILL = 200
let spare = BURST
let countedAt = 0

/** Milliseconds until the history may be called. */
function waitForCall(): number {
  const now = Date.now()
  spare = Math.min(BURST, spare + Math.max(now - countedAt, 0) / REFILL)
  countedAt = now
  return spare >= 1 ? 0 : Math.ceil((1 - spare) * REFILL)
}

function flush(): void {
  if (pending === undefined) return
  window.clearTimeout(pending)
  write('replace')
}

function write(how: 'push' | 'replace'): void {
  pending = undefined
  spare -= 1
  const { key } = useAddress.getState()
  try {
    if (how === 'push') window.history.pushState({ key }, '', hrefNow())
    else window.history.replaceState({ key }, '', hrefNow())
  } catch {
    // Too many calls for this browser. The page has moved on already; the history catches up later.
    pending = window.setTimeout(flush, RETRY)
  }
}

/** Milliseconds. */
const RETRY = 3000

function shownByBrowser(): Pick<Address, 'pathname' | 'search' | 'hash'> {
  const { pathname, search, hash } = window.location
  return { pathname: pathIn(pathname), search, hash }
}

/** Writes the entry's name into it, so that it is known when the reader comes back. */
function sign(): void {
  const { key } = useAddress.getState()
  if (keyOf(window.history.state) === key) return
  try {
    window.history.replaceState({ key }, '')
  } catch {
    // Too many calls for this browser: coming back will look like coming anew.
  }
}

function keyOf(state: unknown): string | null {
  return typeof state === 'object' &&
    state !== null &&
    'key' in state &&
    typeof state.key === 'string'
    ? state.key
    : null
}

let keys = 0
function newKey(): string {
  keys += 1
  return `${Date.now().toString(36)}-${keys}`
}

function destination(to: Destination): Pick<Address, 'pathname' | 'search' | 'hash'> {
  const { pathname, search, hash } = useAddress.getState()
  return { pathname, search, hash, ...to }
}
