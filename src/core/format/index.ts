/**
 * Markdown with directives ⇄ article, and the proof that nothing of the source is lost.
 *
 * This room knows the article and the Markdown parser, and touches neither files nor browser. It
 * promises that `parseArticle` and `serializeArticle` are inverse, that everything wrong with an
 * article is told at once and never thrown, and that ids come from words alone.
 */
export { parseArticle } from './parse.ts'
export type { ParseOptions, ParseResult } from './parse.ts'
export { serializeArticle } from './writer/index.ts'
export { alignSource } from './align.ts'
export type { Alignment, AlignOptions, Coverage } from './align.ts'
// For the test that both give the same tree.
export { readAtOnce } from './markdown.ts'
export { readPieces } from './read-pieces.ts'
export { checkArticle } from './check.ts'
export type { CheckOptions, CheckResult } from './check.ts'
export { assignIds } from './ids.ts'
export { formatMessage, RULE_IDS } from './messages.ts'
export type { FilePoint, Message, RuleId } from './messages.ts'
