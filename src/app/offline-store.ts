import type { Stock } from '#core/offline'
import { create } from 'zustand'

interface Offline {
  /** What is kept for reading without a network; null as long as nothing is, or nobody knows. */
  readonly kept: Stock | null
  /** Whether a page is drawn that shows it: to know it, all that is kept has to be read. */
  readonly isStockShown: boolean
  /** The name of a newer release of the site than this page's; null if none is known. */
  readonly newer: string | null
}

/** What the service worker has told; see `offline.tsx`. */
export const useOffline = create<Offline>(() => ({
  kept: null,
  isStockShown: false,
  newer: null,
}))
