// … or for the library under it.
export { unified } from 'unified'
