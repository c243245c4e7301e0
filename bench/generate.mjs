/**
 * Makes the articles that the benchmark reads: the first article repeated N times, and the site built from it.
 *
 * A text that is simply repeated would compress to nearly nothing and flatter both sides on a slow line.
 * So every copy after the first is put through its own letter substitution (vowel for vowel, consonant for
 * consonant): as long, as wide and as compressible as a real book of that length, with the same layers, notes
 * and capitals, and with words, hence ids, of its own. The source text goes through the same substitution, so
 * that the check that nothing was lost still has everything to do.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { isMap, parseDocument } from 'yaml'

/** Addresses stay as they are, in the article and in its source alike. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s\])>]+/

/** What in an article file is syntax and not words: addresses, link targets, attributes, directive names, entities. */
const SYNTAX = new RegExp(
  [
    ADDRESS.source,
    String.raw`\]\([^)]*\)`,
    String.raw`\{[^}\n]*\}`,
    String.raw`:{1,4}[a-z-]+(?=[[{]|\s*$)`,
    '&[a-z]+;',
  ].join('|'),
  'gm',
)

/** The folder of the article under `src/content` that the benchmark repeats: the named one, else the first that has a source. */
export async function findArticle(root, slug) {
  const content = join(root, 'src/content')
  const names = existsSync(content) ? (await readdir(content)).sort() : []
  const found = names.find(
    (name) =>
      (slug ? name === slug : existsSync(join(content, name, 'source.txt'))) &&
      existsSync(join(content, name, 'article.md')),
  )
  if (!found)
    throw new Error(
      `No article${slug ? ` named ${slug}` : ''} with article.md and source.txt under src/content. Add one, or name another with --article.`,
    )
  return { slug: found, dir: join(content, found) }
}

/** Writes `<out>/<slug>/` with the article repeated `times` times. */
export async function generateContent({ slug, dir, times, out }) {
  const [article, source] = await Promise.all([
    readFile(join(dir, 'article.md'), 'utf8'),
    readFile(join(dir, 'source.txt'), 'utf8'),
  ])
  await rm(out, { recursive: true, force: true })
  await mkdir(join(out, slug), { recursive: true })
  await cp(dir, join(out, slug), { recursive: true })
  if (times === 1) return
  const repeated = repeatArticle({ article, source, times })
  await writeFile(join(out, slug, 'article.md'), repeated.article)
  await writeFile(join(out, slug, 'source.txt'), repeated.source)
}

/** Repeats an article and its source so that both still say the same. */
export function repeatArticle({ article, source, times }) {
  const parts = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(article)
  if (!parts) throw new Error('The article has no front matter between two lines of ---.')
  const [, front, body] = parts
  const frontMatter = parseDocument(front)
  const footnotes = frontMatter.get('footnotes')

  const labels = new Set([...body.matchAll(/\[\^([^\]\s]+)\]/g)].map((match) => match[1]))
  if (isMap(footnotes)) for (const { key } of footnotes.items) labels.add(String(key))
  const numbers = [...labels].filter((label) => /^\d+$/.test(label)).map(Number)
  const span = numbers.length === 0 ? 0 : Math.max(...numbers) - Math.min(...numbers) + 1
  const labelOf = (label, copy) =>
    copy === 0
      ? label
      : /^\d+$/.test(label)
        ? String(Number(label) + span * copy)
        : `${label}-${copy + 1}`

  if (isMap(footnotes)) {
    const original = footnotes.items.slice()
    for (const { key, value } of original)
      for (let copy = 1; copy < times; copy += 1) {
        const repeated = value.clone()
        footnotes.set(frontMatter.createNode(labelOf(String(key), copy)), repeated)
      }
  }

  const { text, notes, tail } = splitSource(source, labels)
  const copies = Array.from({ length: times }, (_, copy) => copy)
  const sourceLabels = (words, copy) =>
    words.replace(/\[([^\]\s]+)\]/g, (whole, label) =>
      labels.has(label) ? `[${labelOf(label, copy)}]` : whole,
    )
  const sourceCopy = (words, copy) =>
    sourceLabels(encipher(words, copy, new RegExp(ADDRESS, 'g')), copy)

  return {
    article: `---\n${frontMatter.toString({ lineWidth: 0 })}---\n${copies.map((copy) => bodyCopy(body, copy, labelOf)).join('\n')}`,
    source: [
      ...copies.map((copy) => sourceCopy(text, copy)),
      ...copies.map((copy) => sourceCopy(notes, copy)),
      tail,
    ].join('\n'),
  }
}

function bodyCopy(body, copy, labelOf) {
  if (copy === 0) return body
  return encipher(body, copy, SYNTAX)
    .replace(/\[\^([^\]\s]+)\]/g, (_, label) => `[^${labelOf(label, copy)}]`)
    .replace(/\{[^}\n]*\}/g, (attributes) =>
      attributes.replace(/(^\{|\s)#([\w.-]+)/g, (_, before, id) => `${before}#${id}-${copy + 1}`),
    )
}

/** The source is the running text, then the notes, then what the website put underneath; the last stays one. */
function splitSource(source, labels) {
  const lines = source.split('\n')
  const isNote = (line) => labels.has(/^\[([^\]\s]+)\]/.exec(line)?.[1] ?? '')
  const first = lines.findIndex(isNote)
  if (first < 0) return { text: source, notes: '', tail: '' }
  const last = lines.findLastIndex(isNote)
  return {
    text: lines.slice(0, first).join('\n'),
    notes: lines.slice(first, last + 1).join('\n'),
    tail: lines.slice(last + 1).join('\n'),
  }
}

/** Substitutes the small letters outside of `kept`; capitals stay, because they are names in a layer of their own. */
function encipher(words, copy, kept) {
  if (copy === 0) return words
  const alphabet = alphabetOf(copy)
  const substitute = (plain) => plain.replace(/[a-z]/g, (letter) => alphabet.get(letter) ?? letter)
  let result = ''
  let at = 0
  for (const match of words.matchAll(kept)) {
    result += substitute(words.slice(at, match.index)) + match[0]
    at = match.index + match[0].length
  }
  return result + substitute(words.slice(at))
}

function alphabetOf(copy) {
  const random = mulberry32(copy)
  const pairs = ['aeiou', 'bcdfghjklmnpqrstvwxyz'].flatMap((letters) => {
    const shuffled = [...letters]
    for (let i = shuffled.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1))
      ;[shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]]
    }
    return [...letters].map((letter, i) => [letter, shuffled[i]])
  })
  return new Map(pairs)
}

/** A small generator with a seed, so that every run measures the same text. */
function mulberry32(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Builds the site from `content` into `out`, unless nothing that goes into it has changed since. */
export async function buildSite({ root, content, out, rebuild, log }) {
  const stamp = `${out}.hash`
  const hash = await hashFiles(
    root,
    ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'bench/generate.mjs']
      .map((path) => join(root, path))
      .concat(content),
  )
  if (!rebuild && existsSync(join(out, 'index.html')) && (await readIfThere(stamp)) === hash)
    return { built: false, seconds: 0 }
  log(`building ${relative(root, out)} …`)
  const started = Date.now()
  await rm(out, { recursive: true, force: true })
  await run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--app'], {
    cwd: root,
    env: {
      ...process.env,
      CONTENT_DIR: content,
      OUT_DIR: out,
      BASE_PATH: '/',
      NODE_ENV: 'production',
    },
  })
  await writeFile(stamp, hash)
  return { built: true, seconds: (Date.now() - started) / 1000 }
}

export async function hashFiles(root, paths) {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of await filesUnder(path))
      hash
        .update(relative(root, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0')
  return hash.digest('hex')
}

export async function filesUnder(path) {
  if (!existsSync(path)) return []
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null)
  if (!entries) return [path]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

export async function readIfThere(path) {
  return existsSync(path) ? await readFile(path, 'utf8') : null
}

function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (data) => (output += data))
    child.stderr.on('data', (data) => (output += data))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve(output)
        : reject(new Error(`The build failed (exit ${code}):\n${output.slice(-4000)}`)),
    )
  })
}
