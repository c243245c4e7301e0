/**
 * Looking for words: the panel beside a text, and the search of the library. Both are loaded on
 * demand. Texts come in as data, hits go out as highlights; it touches neither the text nor the
 * address.
 */
export { SearchPanel } from './SearchPanel.tsx'
export type { SearchPanelProps } from './SearchPanel.tsx'
export { LibraryHits } from './LibraryHits.tsx'
