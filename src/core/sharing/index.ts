/**
 * An article's folder as one file, and as a link that holds it whole; and both ways back.
 *
 * What comes back was packed by anybody: it is bytes from a stranger until the format has read it. This
 * room promises that unpacking stops at a limit, however small the packet looked, and that what is
 * packed comes back letter by letter. It knows nothing of articles but that they are text.
 */
export { LONGEST_LINK, linkHash, readLinkHash } from './link.ts'
export type { LinkHash, LinkReading } from './link.ts'
export { readArticleFile } from './article-file.ts'
export { packFolder, unpackFolder } from './folder.ts'
export type { Folder, FolderReading } from './folder.ts'
export { LARGEST_TEXT } from './inflate.ts'
