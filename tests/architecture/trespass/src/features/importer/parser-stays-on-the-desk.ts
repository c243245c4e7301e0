// Whoever reviews a text would wait for the Markdown parser, which is at work in the worker.
export { parseArticle } from '#core/format'
