/**
 * The overview of an article, a page of its own beside the text: who says how much, what is cited,
 * who and what is mentioned. Plain markup, drawn when the site is built; no script belongs to it.
 * Every link into the text is seen from the page's address, one step below the article's.
 */
export { Overview } from './Overview.tsx'
/** What only this page needs, so that it stands in no other page's sheet. */
export { default as overviewStyles } from './overview.css?inline'
/** The same as a sheet of its own, for where an overview is drawn in the browser. */
export { default as overviewSheet } from './overview.css?url'
