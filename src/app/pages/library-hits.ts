export { LibraryHits as default } from '#features/search'
