// Every reader would pay for the Markdown parser.
export { parseArticle } from '#core/format'
