/**
 * `npm run import -- FILE [--json] [--out DIR] [--format txt|md|html|epub|docx]`: reads a repost, says
 * who is speaking where and why, and writes the folder of the article where that is wished. Needs no
 * built site, and asks no network.
 *
 * It bundles itself first: that takes half a second, and loading file by file several.
 */
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { root } from './root.mjs'

// Several may run at once. It lies below the root, because what it imports is found from there.
const bundles = path.join(root, '.cache', 'import')
const outDir = path.join(bundles, String(process.pid))
await sweep()
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

/** Whoever was killed could not clear up, so the next one does it. */
async function sweep() {
  const names = await readdir(bundles).catch(() => [])
  const gone = names.filter((name) => !isRunning(Number(name)))
  await Promise.all(
    gone.map((name) => rm(path.join(bundles, name), { recursive: true, force: true })),
  )
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process is one, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
