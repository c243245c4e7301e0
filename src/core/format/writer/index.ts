/**
 * The second door of this room, for whoever only writes: an article as Markdown, in a browser too.
 *
 * Behind it stands no parser of Markdown, so that a reader who takes an article away loads the small
 * half of this room and not the large one. Files in this folder import only what writes
 * (scripts/fences.mjs holds them to it).
 */
export { serializeArticle } from './serialize.ts'
