import type { Article, Block, Figure } from '#core/article'

/** Every figure of an article, wherever it stands. */
export function figuresOf(article: Article): readonly Figure[] {
  const blocks = [
    ...article.sections.flatMap(({ passages }) => passages.flatMap((passage) => passage.blocks)),
    ...article.footnotes.flatMap((note) => note.blocks),
  ]
  return blocks.flatMap(figuresIn)
}

function figuresIn(block: Block): readonly Figure[] {
  if (block.type === 'figure') return [block]
  if (block.type === 'blockquote') return block.children.flatMap(figuresIn)
  return block.type === 'list' ? block.items.flat().flatMap(figuresIn) : []
}

/**
 * The name that an image had in its folder, from its address in a built page, where the build has put
 * eight signs of its content behind the name.
 */
export function imageName(src: string): string {
  const last = src.slice(src.lastIndexOf('/') + 1)
  const name = src.includes('/') ? last.replace(/-[0-9a-f]{8}(?=\.[a-z]+$)/, '') : last
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The article as its author's folder has it: images by the names of their files. */
export function withImageNames(article: Article): Article {
  const rename = (block: Block): Block => {
    switch (block.type) {
      case 'figure':
        return {
          type: block.type,
          id: block.id,
          src: imageName(block.src),
          alt: block.alt,
          caption: block.caption,
        }
      case 'blockquote':
        return { ...block, children: block.children.map(rename) }
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(rename)) }
      default:
        return block
    }
  }
  return {
    ...article,
    sections: article.sections.map((section) => ({
      ...section,
      passages: section.passages.map((passage) => ({
        ...passage,
        blocks: passage.blocks.map(rename),
      })),
    })),
    footnotes: article.footnotes.map((note) => ({ ...note, blocks: note.blocks.map(rename) })),
  }
}
