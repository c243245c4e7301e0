// With this, whoever takes an article away would load the parser.
export { unified } from 'unified'
