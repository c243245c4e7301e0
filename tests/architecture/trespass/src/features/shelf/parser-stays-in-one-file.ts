// Whoever lists own articles would pay for the Markdown parser.
export { parseArticle } from '#core/format'
