import type { Article, Block, Figure } from '#core/article'

/** The figures of an article in reading order, those in footnotes and in nested blocks included. */
export function figuresOf(article: Article): readonly Figure[] {
  const found: Figure[] = []
  mapFigures(article, (figure) => {
    found.push(figure)
    return figure
  })
  return found
}

/** The same article with every figure replaced. */
export function mapFigures(article: Article, change: (figure: Figure) => Figure): Article {
  const blocks = (all: readonly Block[]): readonly Block[] => all.map(block)
  const block = (one: Block): Block => {
    switch (one.type) {
      case 'figure':
        return change(one)
      case 'blockquote':
        return { ...one, children: blocks(one.children) }
      case 'list':
        return { ...one, items: one.items.map(blocks) }
      case 'paragraph':
      case 'heading':
      case 'code':
      case 'table':
      case 'thematicBreak':
      case 'lost':
        return one
    }
  }
  return {
    ...article,
    sections: article.sections.map((section) => ({
      ...section,
      passages: section.passages.map((passage) => ({ ...passage, blocks: blocks(passage.blocks) })),
    })),
    footnotes: article.footnotes.map((footnote) => ({
      ...footnote,
      blocks: blocks(footnote.blocks),
    })),
  }
}
