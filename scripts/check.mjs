/**
 * `npm run check`: parses every article, aligns it with its source, and prints what an author should
 * know. The build does the same and stops; this is quicker, and says it all.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { runnerImport } from 'vite'
import { readFlags } from './flags.mjs'
import { root } from './root.mjs'

readFlags(
  {},
  'npm run check\n\nParses every article and holds it against its source. Takes no arguments; CONTENT_DIR names another folder\nthan src/content. Exit code 1: something is not in order.',
)
const dir = path.resolve(root, process.env['CONTENT_DIR'] ?? path.join('src', 'content'))
if (!existsSync(dir)) {
  console.error(`There is no folder of articles at ${dir}. Mend CONTENT_DIR, or make the folder.`)
  process.exit(1)
}

/** @type {{ module: typeof import('../src/build/content-folder.ts') }} */
const { module } = await runnerImport(path.join(root, 'src', 'build', 'content-folder.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
})
const content = module.openContentFolder({ dir, root, base: '/' })

let inOrder = 0
let inDisorder = 0
let unproven = 0
for (const slug of await content.slugs()) {
  const result = await content.compile(slug)
  if (result.ok) inOrder += 1
  else inDisorder += 1
  if (result.ok && result.warnings.some(({ ruleId }) => ruleId === 'missing-source')) unproven += 1
  for (const message of result.ok ? result.warnings : result.messages) {
    console.log(`${module.formatMessage(message)}\n`)
  }
}
for (const message of await content.unbegun()) {
  console.log(`${module.formatMessage(message)}\n`)
}
console.log(
  `${inOrder} ${inOrder === 1 ? 'article is' : 'articles are'} in order, ${inDisorder} ${inDisorder === 1 ? 'is' : 'are'} not.`,
)
if (unproven > 0) {
  console.log(
    `Of ${unproven} it is not known whether anything is lost, because there is no source.txt.`,
  )
}
if (inDisorder > 0) process.exitCode = 1
