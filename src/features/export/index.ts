/**
 * Taking an article away: as a file, as a citation, on paper. One dialog, loaded when it is asked for,
 * with the article's model and the words that are on the screen. It writes nothing into the page: what
 * it prints it arranges with a style sheet, and takes that away again.
 */
export { ExportDialog } from './ExportDialog.tsx'
/** The sentences of the files, for whoever writes files without the dialog. */
export { citationWording, wording } from './wording.ts'
