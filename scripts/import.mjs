/**
 * `npm run import -- FILE [--json] [--out DIR] [--format txt|md|html|epub|docx]`: reads a repost, says
 * who is speaking where and why, and writes the folder of the article where that is wished. Needs no
 * built site, and asks no network.
 *
 * It bundles itself first: that takes half a second, and loading file by file several.
 */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { root } from './root.mjs'

// Several may run at once.
const outDir = path.join(root, '.cache', 'import', String(process.pid))
try {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.join(root, 'src', 'build', 'import-command.ts'),
      outDir,
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: 'import-command.mjs' } },
    },
  })
  /** @type {typeof import('../src/build/import-command.ts')} */
  const command = await import(pathToFileURL(path.join(outDir, 'import-command.mjs')).href)
  const { out, error, exitCode } = await command.importCommand(process.argv.slice(2))
  if (error !== '') console.error(error)
  if (out !== '') process.stdout.write(`${out}\n`)
  process.exitCode = exitCode
} finally {
  await rm(outDir, { recursive: true, force: true })
}
