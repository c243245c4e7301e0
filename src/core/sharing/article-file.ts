import { strFromU8 } from 'fflate'
import { unpackFolder, type FolderReading } from './folder.ts'

/**
 * Reads a file that holds an article as this site writes them: its folder, packed, or its one file alone.
 * What is neither has `no-article`, and may still be any other text.
 */
export function readArticleFile(bytes: Uint8Array, name: string): FolderReading {
  if (/\.zip$/i.test(name)) return unpackFolder(bytes)
  const markdown = /\.md$/i.test(name) ? strFromU8(bytes) : ''
  return isArticle(markdown)
    ? { ok: true, folder: { slug: '', markdown, source: null } }
    : { ok: false, reason: 'no-article' }
}

/** Whether facts stand at its head, and the voices of the text among them. */
function isArticle(markdown: string): boolean {
  const [opening] = /^---\r?\n/.exec(markdown) ?? []
  if (opening === undefined) return false
  const end = markdown.indexOf('\n---', opening.length - 1)
  return end !== -1 && /^layers:/m.test(markdown.slice(0, end))
}
