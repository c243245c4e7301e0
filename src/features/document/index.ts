/**
 * An article as markup: every layer, note and label, whatever is shown. Rendered once, when the
 * site is built (or when the reader comes from another page); from then on the text is never
 * re-created. Knows the model; knows neither addresses nor state. What it promises to whoever
 * brings the text to life is written in `ui/markup.ts`.
 */
export { ArticleTree } from './ArticleTree.tsx'
