/**
 * `npm run import -- FILE [--json] [--out DIR] [--format txt|md|html|epub|docx]`: reads a repost, says
 * who is speaking where and why, and writes the folder of the article where that is wished. Needs no
 * build, and asks no network.
 */
import path from 'node:path'
import process from 'node:process'
import { runnerImport } from 'vite'
import { root } from './root.mjs'

/** @type {{ module: typeof import('../src/build/import-command.ts') }} */
const { module } = await runnerImport(path.join(root, 'src', 'build', 'import-command.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
})
const { out, error, exitCode } = await module.importCommand(process.argv.slice(2))
if (error !== '') console.error(error)
if (out !== '') process.stdout.write(`${out}\n`)
process.exitCode = exitCode
