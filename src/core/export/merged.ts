import { originalLayer, type Article, type Passage } from '#core/article'

/**
 * The article with the author's neighbouring passages as one, as Markdown has them: where a comment
 * between two of them was left behind, nothing tells them apart any more.
 */
export function mergePassages(article: Article): Article {
  const original = originalLayer(article.layers)
  const isPlain = ({ layer, role }: Passage) => layer === original && role === 'text'
  return {
    ...article,
    sections: article.sections.map(({ heading, passages }) => {
      const merged: Passage[] = []
      for (const passage of passages) {
        const last = merged.at(-1)
        if (last !== undefined && isPlain(last) && isPlain(passage)) {
          merged[merged.length - 1] = { ...last, blocks: [...last.blocks, ...passage.blocks] }
        } else merged.push(passage)
      }
      return { heading, passages: merged }
    }),
  }
}
