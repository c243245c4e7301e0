import type { Article } from '#core/article'
import { assignIds, formatMessage, parseArticle, serializeArticle } from '#core/format'
import { draftArticle } from '#core/importer'
import { sentences } from '#words/importer-article'
import type { Draft } from '../model.ts'

/*
 * The one file of the importer's desk that holds the Markdown parser: it runs in the worker.
 */

type Compiled =
  | {
      readonly ok: true
      readonly article: Article
      readonly markdown: string
      readonly source: string
    }
  | { readonly ok: false; readonly reasons: readonly string[] }

/** Written and read again, as whoever opens the article will read it. */
export function compileDraft(draft: Draft): Compiled {
  try {
    const { article, source } = draftArticle(draft, { slug: SLUG, sentences })
    const markdown = serializeArticle(assignIds(article))
    const result = parseArticle(markdown, { slug: SLUG })
    return result.ok
      ? { ok: true, article: result.article, markdown, source }
      : { ok: false, reasons: result.messages.map(formatMessage) }
  } catch (error) {
    // Should not happen; and if it does, the draft is still there to be worked on.
    return { ok: false, reasons: [String(error)] }
  }
}

const SLUG = 'draft'
