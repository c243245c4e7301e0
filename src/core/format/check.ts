import type { Article } from '#core/article'
import { alignSource } from './align.ts'
import type { Coverage } from './align.ts'
import type { Message } from './messages.ts'
import { parseArticle } from './parse.ts'

export interface CheckOptions {
  readonly markdown: string
  /** The text as it was handed over; null where there is none to compare with. */
  readonly source: string | null
  /** The name of the article's folder. */
  readonly slug: string
  /** What the two files are called in messages. */
  readonly file?: string
  readonly sourceFile?: string
}

export interface CheckResult {
  /** Null where there is an error. */
  readonly article: Article | null
  readonly messages: readonly Message[]
  /** How many words of the source ended up where; null where it was not compared. */
  readonly coverage: Coverage | null
}

/**
 * Reads an article and proves that nothing of its source is lost. Whoever has other things to mend is
 * told of a loss at once, and not once they are mended.
 */
export function checkArticle({
  markdown,
  source,
  slug,
  file,
  sourceFile,
}: CheckOptions): CheckResult {
  const result = parseArticle(markdown, file === undefined ? { slug } : { slug, file })
  const messages = result.ok ? result.warnings : result.messages
  const read = result.ok ? result : result.words
  const article = result.ok ? result.article : null
  if (source === null || read === null) return { article, messages, coverage: null }
  const { points } = read
  const alignment = alignSource(
    read.article,
    source,
    sourceFile === undefined ? { points } : { points, file: sourceFile },
  )
  if (!alignment.ok)
    return { article: null, messages: [...messages, alignment.message], coverage: null }
  return { article, messages, coverage: result.ok ? alignment.coverage : null }
}
