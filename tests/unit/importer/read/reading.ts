import { readMaterial } from '#core/importer'
import type { Fragment, Material, MaterialFormat, ReadOptions } from '#core/importer'

/** How many times more than usual a property is tried: `THOROUGHNESS=20 npx vitest run tests/unit/importer`. */
export const thoroughness = Number(process.env['THOROUGHNESS'] ?? 1)

const ENDINGS: Record<MaterialFormat, string> = {
  text: 'txt',
  markdown: 'md',
  html: 'html',
  epub: 'epub',
  docx: 'docx',
}

export function readBytes(
  format: MaterialFormat,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Material> {
  return readMaterial(
    { type: 'file', bytes, name: `file.${ENDINGS[format]}`, mediaType: null },
    options,
  )
}

/** A file with this content, in UTF-8. */
export function read(
  format: MaterialFormat,
  content: string,
  options: ReadOptions = {},
): Promise<Material> {
  return readBytes(format, new TextEncoder().encode(content), options)
}

export function wordsOf(
  material: Material,
  stretch: { readonly from: number; readonly to: number },
): string {
  return material.text.slice(stretch.from, stretch.to)
}

/** Kind and words of each fragment: `heading: Title`. */
export function outline(material: Material): readonly string[] {
  return material.fragments.map((fragment) => `${fragment.kind}: ${wordsOf(material, fragment)}`)
}

/** The words of a fragment without what is syntax. */
export function spoken(material: Material, fragment: Fragment): string {
  let words = ''
  let at = fragment.from
  for (const mark of fragment.marks) {
    if (mark.type !== 'syntax' || mark.to <= at) continue
    words += material.text.slice(at, Math.max(at, mark.from))
    at = mark.to
  }
  return words + material.text.slice(at, fragment.to)
}

/** The fragment in which these words stand. */
export function fragmentWith(material: Material, words: string): Fragment {
  const found = material.fragments.find((fragment) => wordsOf(material, fragment).includes(words))
  if (found === undefined)
    throw new Error(`No fragment has “${words}”: ${JSON.stringify(outline(material))}`)
  return found
}

/** `link https://…: words` for each mark that is no syntax, in order. */
export function marksIn(material: Material, words: string): readonly string[] {
  return fragmentWith(material, words)
    .marks.filter(({ type }) => type !== 'syntax')
    .map(
      (mark) =>
        `${mark.type}${mark.value === null ? '' : ` ${mark.value}`}: ${wordsOf(material, mark)}`,
    )
}

/** Names of the elements around the words, innermost first. */
export function around(material: Material, words: string): readonly string[] {
  const names: string[] = []
  for (let at = fragmentWith(material, words).within; at !== null; at = at.parent)
    names.push(at.name)
  return names
}

/** What is wrong with a material; null where its fragments hold every character but white space, in order. */
export function faultIn(material: Material): string | null {
  let at = 0
  for (const { from, to, marks } of material.fragments) {
    if (from < at) return `the fragment at ${from} begins before ${at}`
    if (to <= from) return `the fragment at ${from} is empty`
    const between = material.text.slice(at, from)
    if (between.trim() !== '') return `“${between.slice(0, 80)}” at ${at} is in no fragment`
    let before = from
    for (const mark of marks) {
      if (mark.from < before) return `marks at ${mark.from} are not in order`
      if (mark.to < mark.from || mark.to > to) return `the mark at ${mark.from} leaves its fragment`
      before = mark.from
    }
    at = to
  }
  const rest = material.text.slice(at)
  return rest.trim() === '' ? null : `“${rest.slice(0, 80)}” at ${at} is in no fragment`
}
