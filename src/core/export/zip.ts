import { strToU8, zipSync, type Zippable } from 'fflate'

/** A file inside another. */
export interface PackedFile {
  readonly path: string
  readonly content: string | Uint8Array
  /** Left as it is: what has to be readable without unpacking, or cannot shrink. */
  readonly isStored?: boolean
}

/**
 * One file of many, in their order. `time` is when they were made: the same for all, so that the same
 * article gives the same bytes.
 */
export function zip(files: readonly PackedFile[], time: Date): Uint8Array {
  const entries: Zippable = Object.fromEntries(
    files.map(({ path, content, isStored }) => [
      path,
      [
        typeof content === 'string' ? strToU8(content) : content,
        { level: isStored === true ? 0 : 9, mtime: time },
      ],
    ]),
  )
  return zipSync(entries)
}
