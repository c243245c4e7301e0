import { ImportError } from './import-error.ts'

/** What is taken in at most. What is beyond is refused with its reason, never cut in silence. */
export interface Limits {
  /** Bytes of a file that is not a package, and of a package as it came. */
  readonly bytes: number
  /** Characters of the text that is read out of it. */
  readonly characters: number
  /** Paragraphs, rows and the like: each is more than its letters to whoever handles it. */
  readonly blocks: number
  /** Bytes of all that is unpacked from a package. */
  readonly unpackedBytes: number
  /** Bytes of one file in a package. */
  readonly unpackedFileBytes: number
  /** Files in a package. */
  readonly packedFiles: number
  /** Elements inside one another; what is nested deeper is read as if it were not nested. */
  readonly nesting: number
}

const MEGABYTE = 1024 * 1024

export const DEFAULT_LIMITS: Limits = {
  // A saved page is mostly not text, and UTF-16 takes two bytes for a letter.
  bytes: 40 * MEGABYTE,
  characters: 10 * MEGABYTE,
  blocks: 500_000,
  unpackedBytes: 40 * MEGABYTE,
  unpackedFileBytes: 20 * MEGABYTE,
  packedFiles: 10_000,
  nesting: 200,
}

/** @throws ImportError where there are too many. */
export function refuseTooMany(blocks: number, limits: Limits): void {
  if (blocks > limits.blocks) throw new ImportError('too-many-blocks', String(limits.blocks))
}
