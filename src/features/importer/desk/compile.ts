import type { Article } from '#core/article'
import { assignIds, formatMessage, parseArticle, serializeArticle } from '#core/format'
import { draftArticle } from '#core/importer'
import { sentences } from '#words/importer-article'
import type { Draft } from '../model.ts'
import type { ArticleFolder } from './protocol.ts'

/*
 * The one file of the importer's desk that holds the Markdown parser: it runs in the worker.
 */

type Compiled =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly reasons: readonly string[] }

/** The folder of the article that a draft makes. Whether that can be read is for whoever reads it to say. */
export function writeDraft(drafted: Drafted): ArticleFolder {
  const { article, source } = drafted
  return { title: article.title, markdown: serializeArticle(assignIds(article)), source }
}

type Drafted = ReturnType<typeof draftArticle>

/** The article that a draft makes, its places not named yet. */
export function articleOf(draft: Draft): Drafted {
  return draftArticle(draft, { slug: SLUG, sentences })
}

export function readFolder({ markdown }: ArticleFolder): Compiled {
  const result = parseArticle(markdown, { slug: SLUG })
  return result.ok
    ? { ok: true, article: result.article }
    : { ok: false, reasons: result.messages.map(formatMessage) }
}

/** Written and read again, as whoever opens the article will read it. */
export function compileDraft(draft: Draft): Compiled {
  try {
    return readFolder(writeDraft(articleOf(draft)))
  } catch (error) {
    // Should not happen; and if it does, the draft is still there to be worked on.
    return { ok: false, reasons: [String(error)] }
  }
}

const SLUG = 'draft'
