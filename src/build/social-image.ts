import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { openSync } from 'fontkit'
import type { Font } from 'fontkit'
import sharp from 'sharp'
import { blockInlines, inlineWords } from '#core/article'
import type { Article, LayerKind, Passage } from '#core/article'

/**
 * The image that stands for an article where its link is shared: title, author, series, and the
 * whole article as one strip in which every passage has its voice's colour and its share of the
 * length. Drawn from the article alone; the same article makes the same bytes.
 */
export const SOCIAL_IMAGE = { width: 1200, height: 630 } as const

const MARGIN = 72
const COLUMN = SOCIAL_IMAGE.width - 2 * MARGIN
const STRIP = { top: 462, height: 76, gap: 3 }

/** The day colours of the reading page, fixed here because an image cannot follow a theme. */
const COLOURS = { paper: '#f8f4ea', ink: '#2b2924', faint: '#6b665a', rule: '#d9d1bf' }
const VOICES: Readonly<Record<LayerKind | 'editorial', string>> = {
  original: '#3a3833',
  commentary: '#b4791f',
  background: '#1f7a78',
  editorial: '#b9b1a0',
  // These two change how text looks and never have a passage.
  footnotes: '#3a3833',
  capitals: '#3a3833',
}

/** The PNG, kept in `cacheDir` from one build to the next. */
export async function socialImage(
  article: Article,
  siteName: string,
  cacheDir: string,
): Promise<Buffer> {
  const svg = socialImageSvg(article, siteName)
  const key = createHash('sha256')
    .update(svg)
    .update(sharp.versions.sharp ?? '')
    .digest('hex')
    .slice(0, 24)
  const file = path.join(cacheDir, 'social-images', `${key}.png`)
  if (existsSync(file)) return readFile(file)
  const png = await sharp(Buffer.from(svg))
    .png({ palette: true, quality: 90, effort: 7 })
    .toBuffer()
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, png)
  return png
}

/** The same as an SVG whose letters are outlines, so that the machine's own fonts do not matter. */
export function socialImageSvg(article: Article, siteName: string): string {
  const { series } = article
  const title = fitTitle(article.title)
  const titleTop = series === null ? 118 : 150
  const lines = title.lines.map((line, index) =>
    drawText(
      line,
      titleTop + title.size * (0.8 + index * 1.16),
      title.size,
      COLOURS.ink,
      article.dir,
    ),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SOCIAL_IMAGE.width}" height="${SOCIAL_IMAGE.height}">`,
    `<rect width="100%" height="100%" fill="${COLOURS.paper}"/>`,
    series === null
      ? ''
      : drawText(
          shorten(`${series.title} · ${series.part}`, 27),
          108,
          27,
          COLOURS.faint,
          article.dir,
        ),
    ...lines,
    drawText(shorten(article.authors.join(', '), 34), STRIP.top - 46, 34, COLOURS.ink, article.dir),
    drawStrip(article),
    drawText(siteName, 590, 25, COLOURS.faint, article.dir),
    '</svg>',
  ].join('\n')
}

interface Stretch {
  readonly voice: LayerKind | 'editorial'
  readonly length: number
}

/** The article from start to end: neighbours of one voice are one stretch. */
export function stretches(article: Article): readonly Stretch[] {
  const kinds = new Map<string, LayerKind>(article.layers.map((layer) => [layer.id, layer.kind]))
  const result: Stretch[] = []
  for (const passage of article.sections.flatMap((section) => section.passages)) {
    const voice = kinds.get(passage.layer) ?? 'editorial'
    const length = passageLength(passage)
    const last = result.at(-1)
    if (last?.voice === voice) result[result.length - 1] = { voice, length: last.length + length }
    else result.push({ voice, length })
  }
  return result
}

function passageLength({ title, blocks }: Passage): number {
  return Math.max(1, inlineWords([...title, ...blocks.flatMap(blockInlines)]).length)
}

function drawStrip(article: Article): string {
  const all = stretches(article)
  const total = all.reduce((sum, { length }) => sum + length, 0)
  let start = MARGIN
  const bars = all.map(({ voice, length }) => {
    const width = (COLUMN * length) / Math.max(1, total)
    const x = article.dir === 'rtl' ? SOCIAL_IMAGE.width - start - width : start
    start += width
    // A short voice stays visible: what it gets too much, the gap after it gives.
    const shown = Math.max(2, width - STRIP.gap)
    // The author's own words stand a little lower than those of the later hands, as on the page.
    const inset = voice === 'original' ? 8 : 0
    return `<rect x="${round(x)}" y="${STRIP.top + inset}" width="${round(shown)}" height="${STRIP.height - 2 * inset}" rx="2" fill="${VOICES[voice]}"/>`
  })
  return bars.join('\n')
}

const TITLE_SIZES = [76, 68, 60, 53, 47]
const TITLE_HEIGHT = 250

function fitTitle(title: string): { readonly size: number; readonly lines: readonly string[] } {
  for (const size of TITLE_SIZES) {
    const lines = wrap(title, size)
    if (lines.length * size * 1.16 <= TITLE_HEIGHT) return { size, lines }
  }
  const size = TITLE_SIZES.at(-1) ?? 47
  const lines = wrap(title, size)
  const fitting = Math.floor(TITLE_HEIGHT / (size * 1.16))
  return {
    size,
    lines: [...lines.slice(0, fitting - 1), shorten(lines.slice(fitting - 1).join(' '), size)],
  }
}

/** Lines of about equal length: a title with one word in its last line looks like an accident. */
function wrap(text: string, size: number): readonly string[] {
  const fewest = fill(text, size, COLUMN)
  for (let width = COLUMN / 2; width < COLUMN; width += 20) {
    const lines = fill(text, size, width)
    if (lines.length === fewest.length) return lines
  }
  return fewest
}

function fill(text: string, size: number, column: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, size) > column) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return [...lines, line]
}

function shorten(text: string, size: number): string {
  if (textWidth(text, size) <= COLUMN) return text
  const words = text.split(/\s+/)
  while (words.length > 1 && textWidth(`${words.join(' ')} …`, size) > COLUMN) words.pop()
  return `${words.join(' ')} …`
}

/** The subsets in which the text face is shipped; a letter is looked for in this order. */
const SUBSETS = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'vietnamese',
]
const opened = new Map<string, Font>()

function openSubset(subset: string): Font {
  const known = opened.get(subset)
  if (known !== undefined) return known
  const files = createRequire(import.meta.url)
  const font = openSync(
    files.resolve(`@fontsource-variable/literata/files/literata-${subset}-wght-normal.woff2`),
  )
  if (!('layout' in font)) throw new Error(`The ${subset} font is a collection of fonts, not one.`)
  opened.set(subset, font)
  return font
}

interface Run {
  /** Null where the text face has no such letters. */
  readonly font: Font | null
  readonly text: string
}

function runs(text: string): readonly Run[] {
  const result: Run[] = []
  for (const letter of text) {
    const codePoint = letter.codePointAt(0) ?? 0
    const font =
      SUBSETS.map(openSubset).find((subset) => subset.hasGlyphForCodePoint(codePoint)) ?? null
    const last = result.at(-1)
    if (last !== undefined && last.font === font)
      result[result.length - 1] = { font, text: last.text + letter }
    else result.push({ font, text: letter })
  }
  return result
}

/** Words are measured one by one, because wrapping asks for the same ones again and again. */
function textWidth(text: string, size: number): number {
  return text.split(/( )/).reduce((sum, word) => sum + wordWidth(word) * size, 0)
}

const measured = new Map<string, number>()

/** In parts of the font size. */
function wordWidth(word: string): number {
  const known = measured.get(word)
  if (known !== undefined) return known
  const width = runs(word).reduce(
    (sum, { font, text }) =>
      // Letters that the face lacks are estimated: wide enough for most scripts.
      sum +
      (font === null ? [...text].length * 0.75 : font.layout(text).advanceWidth / font.unitsPerEm),
    0,
  )
  measured.set(word, width)
  return width
}

function drawText(
  text: string,
  baseline: number,
  size: number,
  colour: string,
  dir: 'ltr' | 'rtl',
): string {
  const parts = runs(text)
  if (parts.some(({ font }) => font === null))
    return drawWithSystemFont(text, baseline, size, colour, dir)
  let x = dir === 'rtl' ? SOCIAL_IMAGE.width - MARGIN - textWidth(text, size) : MARGIN
  const outlines: string[] = []
  for (const { font, text: part } of parts) {
    if (font === null) continue
    const scale = size / font.unitsPerEm
    const { glyphs, positions } = font.layout(part)
    glyphs.forEach((glyph, index) => {
      const position = positions[index]
      if (position === undefined) return
      const place = `translate(${round(x + position.xOffset * scale)} ${round(baseline - position.yOffset * scale)}) scale(${round(scale)} ${round(-scale)})`
      const outline = glyph.path.toSVG()
      if (outline !== '') outlines.push(`<path transform="${place}" d="${outline}"/>`)
      x += position.xAdvance * scale
    })
  }
  return `<g fill="${colour}">${outlines.join('')}</g>`
}

/** Arabic, Hebrew, Chinese …: the machine that builds must have a font for them, as the reader's must. */
function drawWithSystemFont(
  text: string,
  baseline: number,
  size: number,
  colour: string,
  dir: 'ltr' | 'rtl',
): string {
  const x = dir === 'rtl' ? SOCIAL_IMAGE.width - MARGIN : MARGIN
  // XML has no way to write a control character.
  const words = text
    .replace(/\p{Cc}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
  return `<text x="${x}" y="${baseline}" font-family="serif" font-size="${size}" fill="${colour}" direction="${dir}">${words}</text>`
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
