const BLOCKS =
  '.text :is(p, li, h2, h3, h4, h5, h6, td, figcaption), .title-page :is(h1, p), .endnotes li, .colophon li'

/** Letters by which a block is known, without what the two panes write differently. */
const ENOUGH = 48

/** The block of an article in which words stand; null where they are not, or too few to tell. */
export function blockSaying(words: string, article: Element): Element | null {
  const wanted = lettersOf(words).slice(0, ENOUGH)
  if (wanted.length < 4) return null
  for (const block of article.querySelectorAll(BLOCKS)) {
    if (lettersOf(block.textContent.slice(0, 4000)).includes(wanted)) return block
  }
  return null
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
