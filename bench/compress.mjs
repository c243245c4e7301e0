/**
 * Puts the best brotli beside every text of a folder, as `file.br`, where the site's own server looks for it.
 * Compressing a long book takes seconds, so what has been compressed once is kept under the hash of its content.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { filesUnder } from './generate.mjs'

const brotli = promisify(brotliCompress)

const texts = new Set([
  '.html',
  '.css',
  '.js',
  '.mjs',
  '.json',
  '.webmanifest',
  '.svg',
  '.txt',
  '.xml',
  '.md',
  '.wasm',
])

export async function compressFolder({ folder, cache }) {
  await mkdir(cache, { recursive: true })
  for (const file of await filesUnder(folder)) {
    if (!texts.has(path.extname(file))) continue
    const plain = await readFile(file)
    const kept = path.join(cache, `${createHash('sha256').update(plain).digest('hex')}.br`)
    if (!existsSync(kept)) {
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      }
      await writeFile(kept, await brotli(plain, { params }))
    }
    await copyFile(kept, `${file}.br`)
  }
}
