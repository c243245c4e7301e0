import type { Brought } from '../desk/protocol.ts'
import { MOST_BYTES } from './fetch-address.ts'

export interface Taken {
  readonly name: string | null
  readonly brought: () => Promise<Brought>
  /** How many others came with it. */
  readonly others: number
}

/** What can be read of what was dropped or pasted: a file before a text. Null where there is nothing. */
export function takeFrom(data: DataTransfer): Taken | null {
  // A folder has a name and no content; the browser says so in its entry only.
  const files = [...data.items]
    .filter((item) => item.kind === 'file' && item.webkitGetAsEntry()?.isDirectory !== true)
    .flatMap((item) => item.getAsFile() ?? [])
  const [file] = files
  if (file !== undefined) {
    return { name: file.name, brought: () => bring(file), others: files.length - 1 }
  }
  const [text, html] = [data.getData('text/plain'), data.getData('text/html')]
  if (text.trim() === '' && html === '') return null
  const brought: Brought = { type: 'paste', text, html: html === '' ? null : html }
  return { name: null, brought: () => Promise.resolve(brought), others: 0 }
}

/** A file of which nothing is read, for its size. */
export class TooLargeError extends Error {}

export async function bring(file: File): Promise<Brought> {
  if (file.size > MOST_BYTES) throw new TooLargeError(file.name)
  const bytes = new Uint8Array(await file.arrayBuffer())
  return {
    type: 'file',
    bytes,
    name: file.name,
    mediaType: file.type === '' ? null : file.type,
    url: null,
  }
}
