import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { MaterialFormat, SegmentClass } from '#core/importer'
import { readMaterial, separate } from '#core/importer'
import { faultIn, root } from './telling.ts'

/*
 * Reposts that other people wrote, with a scorer of their own. They are not ours to keep, so they stand
 * beside the repository, where they stand at all.
 */
const folder =
  ['../shared/open', '../../shared/open']
    .map((place) => path.join(root, place))
    .find((place) => existsSync(place)) ?? ''
const isThere = existsSync(path.join(folder, 'score/score.mjs'))

const NAMES: Partial<Record<SegmentClass, string>> = {
  'footnote-definition': 'footnote-def',
  'about-author': 'bio',
  metadata: 'meta',
  furniture: 'chrome',
}
const FORMATS: Readonly<Record<string, MaterialFormat>> = {
  txt: 'text',
  md: 'markdown',
  html: 'html',
}

interface Count {
  tp: number
  fp: number
  fn: number
}
interface Scored {
  readonly best: { readonly per: Record<string, Count>; readonly bound: Count }
  readonly conservation: {
    readonly body: number
    readonly dupChars: number
    readonly movedBlocks: number
    readonly foreignChars: number
  }
  readonly links: { readonly ok: number; readonly n: number }
}
interface Scorer {
  readonly scoreDoc: (truth: unknown, source: string, output: unknown) => Scored
}

const f1 = ({ tp, fp, fn }: Count): number | null =>
  tp + fp + fn === 0 ? null : (2 * tp) / (2 * tp + fp + fn)

test.skipIf(!isThere)('the outside set reaches its figures', async () => {
  const scorer: unknown = await import(/* @vite-ignore */ path.join(folder, 'score/score.mjs'))
  const { scoreDoc } = scorer as Scorer
  const sums = new Map<string, Count>()
  const bounds: Count = { tp: 0, fp: 0, fn: 0 }
  let [kept, ok, links] = [0, 0, 0]
  const files = readdirSync(path.join(folder, 'import/truth-open'))
  for (const file of files) {
    const truth = JSON.parse(
      readFileSync(path.join(folder, 'import/truth-open', file), 'utf8'),
    ) as { readonly input: string; readonly format: string }
    const bytes = readFileSync(path.join(folder, 'import/open', truth.input))
    const material = await readMaterial({
      type: 'file',
      bytes: new Uint8Array(bytes),
      name: truth.input,
      mediaType: null,
      format: FORMATS[truth.format] ?? null,
    })
    const separation = separate(material)
    expect(faultIn({ material, separation })).toBeNull()
    const blocks = separation.segments.map((segment) => ({
      class: NAMES[segment.class] ?? segment.class,
      text: material.text.slice(segment.from, segment.to),
      ...(segment.label === null ? {} : { label: segment.label }),
      refs: separation.references
        .filter(({ from, to }) => from >= segment.from && to <= segment.to)
        .map(({ label, definition }) => ({ label, def: definition })),
    }))
    const scored = scoreDoc(truth, bytes.toString('utf8'), { blocks })
    for (const [name, count] of Object.entries(scored.best.per)) {
      const sum = sums.get(name) ?? { tp: 0, fp: 0, fn: 0 }
      sums.set(name, add(sum, count))
    }
    Object.assign(bounds, add(bounds, scored.best.bound))
    const { body, dupChars, movedBlocks } = scored.conservation
    if (body >= 0.99 && dupChars === 0 && movedBlocks === 0) kept += 1
    ok += scored.links.ok
    links += scored.links.n
  }
  const macro = (names: readonly string[]): number => {
    const all = names.flatMap((name) => f1(sums.get(name) ?? { tp: 0, fp: 0, fn: 0 }) ?? [])
    return all.reduce((sum, one) => sum + one, 0) / all.length
  }
  const names = [...sums.keys()]
  expect(macro(names)).toBeGreaterThan(0.95)
  expect(macro(names.filter((name) => name !== 'chrome'))).toBeGreaterThan(0.95)
  expect(f1(bounds)).toBeGreaterThan(0.9)
  expect(ok / links).toBeGreaterThan(0.95)
  expect(kept).toBe(files.length)
})

test.runIf(!isThere)('the outside set is not here: its figures are not tested', () => {
  expect(isThere).toBe(false)
})

function add(one: Count, other: Count): Count {
  return { tp: one.tp + other.tp, fp: one.fp + other.fp, fn: one.fn + other.fn }
}
