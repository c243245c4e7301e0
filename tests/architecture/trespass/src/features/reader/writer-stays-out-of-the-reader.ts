// The writer comes with the export, on demand, and never with the page.
export { serializeArticle } from '#core/format/writer'
