import { afterPaint } from '#ui/after-paint.ts'
import { navigationType } from '#ui/reload.ts'
import { create } from 'zustand'
import { hrefOf, pathIn } from './paths.ts'

/**
 * The address: the one owner of the place, the visible layers, and whatever else a link should
 * carry. It is known here at once. The page, which draws it, and the browser's history follow: steps
 * in the same moment, switches when the text's own answer has been painted; the history no more
 * often than it may: WebKit throws after 100 calls in ten seconds, Chromium drops what is above 200
 * without a word. Steps push an entry, switches replace the present one.
 */
export interface Address {
  readonly pathname: string
  readonly search: string
  readonly hash: string
  /** Names the entry of the history. */
  readonly key: string
  /**
   * How the reader came here; `first`: with the page; `rendered`: the page is as the server drew it, and
   * nobody has looked at the address yet; `placed`: as by `push`, and whoever pushed has put the page where
   * it belongs.
   */
  readonly how: 'rendered' | 'first' | 'push' | 'placed' | 'traverse'
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

/** What is true; the store has what the page draws. */
let address = rendered

export const useAddress = create<Address>(() => rendered)

function goTo(next: Address): void {
  address = next
  useAddress.setState(next)
}

export function push(to: Destination, how: 'push' | 'placed' = 'push'): void {
  if (isReturning) {
    afterReturn = () => {
      push(to, how)
    }
    return
  }
  flush()
  lookAtBrowser()
  // Whoever goes on from what covers the page leaves no entry of it behind.
  const wasCovered = isOnCover
  if (wasCovered) unwritten.set(address.key, address.search)
  isOnCover = false
  leave()
  goTo({ ...destination(to), key: newKey(), how })
  write(wasCovered ? 'replace' : 'push')
}

export function replace(to: Destination): void {
  lookAtBrowser()
  address = { ...address, ...destination(to) }
  if (isBehind) return
  isBehind = true
  afterPaint(catchUp)
}

/** Whether page and history still have to be told. */
let isBehind = false

function catchUp(): void {
  if (!isBehind) return
  isBehind = false
  useAddress.setState(address)
  if (pending !== undefined) return
  const wait = waitForCall()
  if (wait === 0) write('replace')
  else pending = window.setTimeout(flush, wait)
}

export function goBack(): void {
  flush()
  window.history.back()
}

/** The question of the address as it is now, though the page may not have drawn it yet. */
export function searchNow(): string {
  return address.search
}

/** The address as the browser shows it, or will within a moment. */
export function hrefNow(to: Destination = {}): string {
  const { pathname, search, hash } = { ...address, ...to }
  return new URL(`${hrefOf(pathname)}${search}${hash}`, window.location.origin).href
}

/** Where a part that another page needs does not arrive: that page is a document of its own, too. */
export function openAsDocument(): Promise<never> {
  goToDocument(hrefNow())
  return new Promise(() => {})
}

/** Goes to another document. Like a step, it leaves no entry of a sheet behind and waits for the way back. */
export function goToDocument(href: string): void {
  if (!beginLeaving()) {
    afterReturn = () => {
      goToDocument(href)
    }
    return
  }
  if (isOnCover) window.location.replace(href)
  else window.location.assign(href)
}

/**
 * A link is about to lead to another document, by the browser's own doing: a step back would call that
 * off. False where one has begun already, so that the link has to be followed by `goToDocument`.
 */
export function beginLeaving(): boolean {
  isLeaving = !isReturning
  return isLeaving
}

/** Follows the browser's history from now on. Called once, by the client's entry. */
export function followHistory(): void {
  lookAtBrowser()
  readPlaces()
  window.history.scrollRestoration = 'manual'
  window.addEventListener('popstate', ({ state }) => {
    // An entry without a name is new: the reader has written another fragment into the address.
    const key = keyOf(state)
    isOnCover = isCover(state)
    if (key === address.key) {
      crossCover()
      return
    }
    isReturning = false
    afterReturn = null
    if (key === null) {
      const switched = isBehind || pending !== undefined ? address.search : null
      leave()
      // What was switched just before is switched on this side of the step, too.
      const search = switched ?? window.location.search
      goTo({ ...shownByBrowser(), search, key: newKey(), how: 'push' })
      sign()
      if (switched !== null) replace({ search })
      return
    }
    leave()
    const search = unwritten.get(key) ?? window.location.search
    goTo({ ...shownByBrowser(), search, key, how: 'traverse' })
    if (unwritten.delete(key)) replace({ search })
    if (isOnCover) uncover()
  })
  if (isCover(window.history.state)) {
    isOnCover = true
    uncover()
  }
  window.addEventListener('pagehide', () => {
    flush()
    store()
    // Whatever comes back to this document by itself finds its place again.
    window.history.scrollRestoration = 'auto'
  })
  window.addEventListener('pageshow', () => {
    window.history.scrollRestoration = 'manual'
    isLeaving = false
    uncover()
  })
}

/** A reader may have gone on before anybody has looked. */
function lookAtBrowser(): void {
  if (address.how !== 'rendered') return
  const shown = shownByBrowser()
  const { key, search } = wasReloaded(shown.pathname) ?? {
    key: keyOf(window.history.state) ?? newKey(),
    search: shown.search,
  }
  goTo({ ...shown, key, how: 'first' })
  sign()
  if (search !== shown.search) replace({ search })
}

/**
 * How the page was left that has just been reloaded. The browser may have begun to do so before it
 * was told what was switched last, and forgets the entry's name then, too.
 */
function wasReloaded(pathname: string): Pick<Address, 'key' | 'search'> | null {
  if (navigationType() !== 'reload') return null
  const last = readStored(STORED_LAST)
  const [key, path, search, at] = Array.isArray(last) ? (last as readonly unknown[]) : []
  if (typeof key !== 'string' || typeof search !== 'string' || path !== pathname) return null
  // What was left before this reload began is another page: the one reloaded had not woken up yet.
  return typeof at === 'number' && at >= Math.floor(performance.timeOrigin) ? { key, search } : null
}

// ── What covers the page ─────────────────────────────────────────────────────

/** How each of the sheets that are open is closed. */
const covers = new Set<() => void>()

/** Whether the history is at the entry that stands for them, above that of the page and with its name. */
let isOnCover = false
/** Whether the way back from there has begun. */
let isReturning = false
/** Whether a document is on its way that takes the place of this one. The entry stays until it is seen again. */
let isLeaving = false
/** Where somebody goes meanwhile: a step from an entry that is being left would be lost. */
let afterReturn: (() => void) | null = null

/**
 * A sheet lies over the page: the browser's way back closes it. The function returned tells that it is
 * closed, and takes its entry out of the way.
 */
export function cover(close: () => void): () => void {
  covers.add(close)
  isLeaving = false
  if (!isReturning) writeCover()
  return () => {
    covers.delete(close)
    // Another one may just be taking its place, or somebody goes on from it.
    setTimeout(uncover)
  }
}

function writeCover(): void {
  if (isOnCover || covers.size === 0) return
  flush()
  lookAtBrowser()
  // A browser that refuses the entry has none to go back from.
  isOnCover = write('push', true)
}

function uncover(): void {
  if (!isOnCover || isReturning || isLeaving || covers.size > 0) return
  isReturning = true
  window.history.back()
}

/** The browser has gone from the sheets' entry to that of the page, or the other way round. */
function crossCover(): void {
  const wasReturning = isReturning
  const goOn = afterReturn
  isReturning = false
  afterReturn = null
  // Forward to one that is closed: there is nothing to see.
  if (isOnCover) uncover()
  else {
    // What was switched meanwhile belongs to this entry, too.
    if (hrefNow() !== window.location.href) write('replace')
    if (wasReturning) writeCover()
    else for (const close of covers) close()
  }
  goOn?.()
}

function isCover(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'isCover' in state
}

// ── Where each entry was left ────────────────────────────────────────────────

const leftAt = new Map<string, number>()

/** For whoever reloads the page or comes back to it from another site. */
const STORED_PLACES = 'palimpsest.left-at'
const STORED_LAST = 'palimpsest.last'
const MOST_STORED = 50

function store(): void {
  const { key, pathname, search } = address
  leftAt.set(key, window.scrollY)
  try {
    const places = Object.fromEntries([...leftAt].slice(-MOST_STORED))
    window.sessionStorage.setItem(STORED_PLACES, JSON.stringify(places))
    window.sessionStorage.setItem(STORED_LAST, JSON.stringify([key, pathname, search, Date.now()]))
  } catch {
    // Denied or full: going back then leads to the entry, and to its place only in this document.
  }
}

function readStored(name: string): unknown {
  try {
    return JSON.parse(window.sessionStorage.getItem(name) ?? 'null')
  } catch {
    // Denied, or not ours.
    return null
  }
}

function readPlaces(): void {
  const places = readStored(STORED_PLACES)
  if (typeof places !== 'object' || places === null) return
  for (const [key, top] of Object.entries(places)) {
    if (typeof top === 'number' && !leftAt.has(key)) leftAt.set(key, top)
  }
}

/** The scroll position, in CSS pixels, in which an entry was left; null if it never was. */
export function scrollOf(key: string): number | null {
  return leftAt.get(key) ?? null
}

/** What was switched in an entry that was left before the history could follow. */
const unwritten = new Map<string, string>()

function leave(): void {
  const { key, search } = address
  leftAt.set(key, window.scrollY)
  if (pending === undefined && !isBehind) return
  window.clearTimeout(pending)
  pending = undefined
  isBehind = false
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
  catchUp()
  if (pending === undefined) return
  window.clearTimeout(pending)
  write('replace')
}

/** Whether the browser has taken it. */
function write(how: 'push' | 'replace', asCover = isOnCover): boolean {
  pending = undefined
  spare -= 1
  const { key } = address
  const state = asCover ? { key, isCover: true } : { key }
  try {
    if (how === 'push') window.history.pushState(state, '', hrefNow())
    else window.history.replaceState(state, '', hrefNow())
    return true
  } catch {
    // Too many calls for this browser. The page has moved on already; the history catches up later.
    pending = window.setTimeout(flush, RETRY)
    return false
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
  const { key } = address
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
  const { pathname, search, hash } = address
  return { pathname, search, hash, ...to }
}
