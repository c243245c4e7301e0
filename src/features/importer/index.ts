/**
 * The import page: what goes in (a paste, a file, an address), the desk in a worker that reads and
 * separates it, and the review in which a person has the last word. What is brought in is only ever
 * shown as text, and nothing of it leaves the browser. Where drafts and articles are kept, and how an
 * article is drawn, the page hands in.
 */
export { Importer } from './Importer.tsx'
export type { ImporterProps, KeptDraft, KeptDrafts } from './Importer.tsx'
export { serveDesk } from './desk/desk.ts'
export type { DeskStore } from './desk/desk.ts'
export type { Answered, ArticleFolder, Asked, DeskLine, PackedFile } from './desk/protocol.ts'
/** The parts of the desk, the entrance and the review that are true of themselves, and tested so. */
export { compileDraft } from './desk/compile.ts'
export { excerptOf } from './desk/excerpt.ts'
export { beginAssembly, draftOf, piecesOf, type Assembly } from './desk/pieces.ts'
export { fetchAddress, readAddress } from './entrance/fetch-address.ts'
export { formatAuthors, parseAuthors } from './review/panels/author-names.ts'
/** What only this page needs, so that it stands in no other page's sheet. */
export { default as importerStyles } from './importer.css?inline'
