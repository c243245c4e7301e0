/**
 * `npm run import -- FILE [--json] [--format txt|md|html|epub|docx] [--out DIR]`: reads a repost and
 * says who is speaking where. Needs no build.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { root } from './root.mjs'

const FORMATS = { txt: 'text', md: 'markdown', html: 'html', epub: 'epub', docx: 'docx' }
const CLASSES = {
  'footnote-definition': 'footnote-def',
  'about-author': 'bio',
  metadata: 'meta',
  furniture: 'chrome',
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    format: { type: 'string' },
    out: { type: 'string' },
  },
})
const file = positionals[0]
const { module } = await runnerImport(path.join(root, 'src', 'core', 'importer', 'index.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
})
const bytes = await readFile(file)
const material = await module.readMaterial({
  type: 'file',
  bytes: new Uint8Array(bytes),
  name: path.basename(file),
  mediaType: null,
  format: values.format === undefined ? null : FORMATS[values.format],
})
const separation = module.separate?.(material) ?? {
  segments: material.fragments.map((fragment) => ({ ...fragment, class: 'original', label: null })),
  references: [],
}
const blocks = separation.segments.map((segment) => ({
  class: CLASSES[segment.class] ?? segment.class,
  text: material.text.slice(segment.from, segment.to),
  ...(segment.label === null ? {} : { label: segment.label }),
  refs: separation.references
    .filter((reference) => reference.from >= segment.from && reference.to <= segment.to)
    .map((reference) => ({ label: reference.label, def: reference.definition })),
}))
if (values.json) console.log(JSON.stringify({ blocks }))
else {
  for (const [at, block] of blocks.entries()) {
    const { confidence = '', voice = null, cue = null } = separation.segments[at]
    console.log(
      `${block.class}\t${confidence}\t${voice ?? ''}\t${cue?.id ?? ''}\t${block.text.slice(0, 80)}`,
    )
  }
}
