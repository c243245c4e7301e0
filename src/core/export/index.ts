/**
 * An article on its way out: the chosen layers of it as files that others read, and as citations.
 *
 * Pure: an article in, a string or bytes out; no browser, no clock, and every sentence of our own
 * comes in as `Wording`. Promises that a file holds exactly the layers that were chosen, that each
 * says whose words are whose, and that nothing in it leads to a place that was left behind.
 */
export { selectLayers } from './selection.ts'
export type { Selection } from './selection.ts'
export { mergePassages } from './merged.ts'
export { figuresOf, imageName, withImageNames } from './figures.ts'
export type { Edition, ImageFile } from './setting.ts'
export type { Wording } from './wording.ts'
export { writeHtml } from './html.ts'
export { epubFiles, writeEpub } from './epub.ts'
export { writePlainText } from './plain-text.ts'
export { writeJson } from './json.ts'
export { zip } from './zip.ts'
export { fileName } from './file-name.ts'
export { citedOf } from './citation.ts'
export type { CitationWording, Cited } from './citation.ts'
export { escapeTex, writeBibtex } from './bibtex.ts'
export { writeCslJson, writePlainCitation, writeRis } from './citation-formats.ts'
