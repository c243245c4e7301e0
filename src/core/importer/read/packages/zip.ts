import { Inflate } from 'fflate'
import { ImportError } from '../import-error.ts'
import type { Limits } from '../limits.ts'
import type { Pace } from '../pace.ts'

/** A file in a package, still packed. */
interface PackedFile {
  readonly name: string
  readonly method: number
  readonly isProtected: boolean
  readonly packedSize: number
  readonly size: number
  readonly headerAt: number
}

/** A package opened: names are keys and nothing else; no file is unpacked before it is asked for. */
export interface Package {
  readonly has: (name: string) => boolean
  /** @returns null where there is no such file, or it cannot be unpacked whole. */
  readonly read: (name: string) => Promise<Uint8Array | null>
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
/** A comment behind the directory is at most so long. */
const LONGEST_END = 22 + 0xffff
/** Deflate makes at most a thousand bytes of one, so that between two looks little can happen. */
const SLICE = 4096

/**
 * Opens a ZIP file by its directory. What is unpacked is counted as it comes out, because sizes in the
 * directory may lie.
 *
 * @throws ImportError where it is no such file, too large or locked.
 */
export function openPackage(bytes: Uint8Array, limits: Limits, pace: Pace): Package {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const files = directoryOf(bytes, view, limits)
  let left = limits.unpackedBytes

  const read = async (name: string): Promise<Uint8Array | null> => {
    const file = files.get(name) ?? files.get(name.toLowerCase())
    if (file === undefined) return null
    if (file.isProtected) throw new ImportError('package-protected')
    const packed = contentOf(bytes, view, file)
    if (packed === null) return null
    const limit = Math.min(left, limits.unpackedFileBytes)
    const unpacked = file.method === 0 ? packed : await inflate(packed, limit, pace)
    if (unpacked === null) return null
    if (unpacked.length > limit) throw tooLarge(limits)
    left -= unpacked.length
    return unpacked.length === file.size ? unpacked : null
  }
  return { has: (name) => files.has(name) || files.has(name.toLowerCase()), read }
}

function tooLarge(limits: Limits): ImportError {
  return new ImportError(
    'package-too-large',
    String(Math.round(limits.unpackedBytes / (1024 * 1024))),
  )
}

function directoryOf(
  bytes: Uint8Array,
  view: DataView,
  limits: Limits,
): ReadonlyMap<string, PackedFile> {
  const end = endOfDirectory(view)
  if (end === null) throw new ImportError('package-damaged')
  const count = view.getUint16(end + 10, true)
  if (count > limits.packedFiles) {
    throw new ImportError('package-too-many-files', String(limits.packedFiles))
  }
  const files = new Map<string, PackedFile>()
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) {
      throw new ImportError('package-damaged')
    }
    const nameLength = view.getUint16(at + 28, true)
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength))
    const file = {
      name,
      method: view.getUint16(at + 10, true),
      isProtected: (view.getUint16(at + 8, true) & 1) === 1,
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    }
    // Of two files with one name the first is the one that everybody sees.
    if (!files.has(name)) files.set(name, file)
    const lower = name.toLowerCase()
    if (!files.has(lower)) files.set(lower, file)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return files
}

function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - LONGEST_END); at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}

/** Names of the parts that are asked for are plain; of others only their being different matters. */
function nameOf(bytes: Uint8Array): string {
  let name = ''
  for (const byte of bytes.subarray(0, 1000)) name += String.fromCharCode(byte)
  return utf8Name(name).replaceAll('\\', '/').replace(/^\/+/, '')
}

function utf8Name(name: string): string {
  try {
    return decodeURIComponent(
      name.replace(
        /[%\u0080-\u00ff]/g,
        (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`,
      ),
    )
  } catch {
    return name
  }
}

function contentOf(bytes: Uint8Array, view: DataView, file: PackedFile): Uint8Array | null {
  const { headerAt, method, packedSize } = file
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== LOCAL) return null
  if (method !== 0 && method !== 8) return null
  const from =
    headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true)
  return from + packedSize > bytes.length ? null : bytes.subarray(from, from + packedSize)
}

/** @returns more than the limit where there was more, or null where it is damaged. */
async function inflate(packed: Uint8Array, limit: number, pace: Pace): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  const inflater = new Inflate((chunk) => {
    chunks.push(chunk)
    size += chunk.length
  })
  try {
    for (let from = 0; from < packed.length && size <= limit; from += SLICE) {
      const to = Math.min(packed.length, from + SLICE)
      inflater.push(packed.subarray(from, to), to === packed.length)
      if ((from / SLICE) % 64 === 63) await pace.step(from / packed.length)
    }
  } catch (reason) {
    if (reason instanceof ImportError) throw reason
    return null
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
