import type { Article } from '#core/article'
import {
  assignIds,
  checkArticle,
  formatMessage,
  parseArticle,
  serializeArticle,
} from '#core/format'
import { draftArticle, type Draft } from '#core/importer'
import type { Folder } from '#core/sharing'
import { sentences } from '#words/importer-article'

/*
 * The one file of the reader that holds the Markdown parser: own articles are compiled where they are
 * read. It is loaded when an own article is opened, kept or renamed, and never with the reading page.
 */

export type Compiled =
  | { readonly ok: true; readonly article: Article }
  /** What the format says is wrong, each with its place. */
  | { readonly ok: false; readonly messages: readonly string[] }

/** Reads an article from anywhere. `source` is compared with it, where there is one. */
export function compileArticle({ slug, markdown, source }: Folder): Compiled {
  const { article, messages } = checkArticle({
    markdown,
    source,
    slug,
    file: 'article.md',
    sourceFile: 'source.txt',
  })
  if (article !== null) return { ok: true, article: withoutImages(article) }
  const errors = messages.filter(({ severity }) => severity === 'error')
  return { ok: false, messages: errors.map(formatMessage) }
}

/**
 * An own article has no images: none are kept, and whatever its figures name would be asked of this
 * site. Their captions and descriptions stay.
 */
function withoutImages(article: Article): Article {
  const inBlocks = (blocks: Article['footnotes'][number]['blocks']): typeof blocks =>
    blocks.map((block) => {
      switch (block.type) {
        case 'figure':
          return { ...block, src: '' }
        case 'blockquote':
          return { ...block, children: inBlocks(block.children) }
        case 'list':
          return { ...block, items: block.items.map(inBlocks) }
        default:
          return block
      }
    })
  return {
    ...article,
    sections: article.sections.map((section) => ({
      ...section,
      passages: section.passages.map((passage) => ({
        ...passage,
        blocks: inBlocks(passage.blocks),
      })),
    })),
    footnotes: article.footnotes.map((note) => ({ ...note, blocks: inBlocks(note.blocks) })),
  }
}

/** The folder of the article that a draft makes. */
export function folderOfDraft(draft: Draft, slug: string): Folder {
  const { article, source } = draftArticle(draft, { slug, sentences })
  return { slug, markdown: serializeArticle(assignIds(article)), source }
}

/** The same article under another title; null where it cannot be read. */
export function retitled(markdown: string, title: string): string | null {
  const result = parseArticle(markdown, { slug: 'own' })
  return result.ok ? serializeArticle({ ...result.article, title }) : null
}
