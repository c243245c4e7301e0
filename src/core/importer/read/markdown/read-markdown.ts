import { firstIndex } from '#core/article'
import type { AboutMaterial, Fragment, Mark, Notice, ResolvedReference } from '../../model.ts'
import { inOrder } from '../fragments.ts'
import { refuseTooMany } from '../limits.ts'
import type { Limits } from '../limits.ts'
import type { Pace } from '../pace.ts'
import { scanBlocks } from './blocks.ts'
import type { MarkdownBlock } from './block.ts'
import { readFrontMatter } from './front-matter.ts'
import { inlineMarks } from './inline.ts'
import { resolveReferences } from './references.ts'

export interface MarkdownContent {
  readonly text: string
  readonly fragments: readonly Fragment[]
  readonly resolved: readonly ResolvedReference[]
  readonly about: AboutMaterial | null
  readonly notices: readonly Notice[]
}

const STEP = 256 * 1024

/**
 * The blocks of a Markdown file as they stand, with marks for what its syntax says. HTML in it is marked as
 * syntax and read for what it encloses; nothing of it is kept as markup.
 */
export async function readMarkdown(
  text: string,
  limits: Limits,
  pace: Pace,
): Promise<MarkdownContent> {
  const head = readFrontMatter(text)
  const scan = scanBlocks(text, head?.to ?? 0)
  let step = STEP
  for (let from = head?.to ?? 0; from < text.length;) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    scan.line(from, trimmed(text, from, to))
    from = to + 1
    if (from > step) {
      step = from + STEP
      refuseTooMany(scan.count(), limits)
      await pace.step((0.5 * from) / text.length)
    }
  }
  const { blocks, definitions } = scan.finish()
  refuseTooMany(blocks.length, limits)
  const fragments: Fragment[] = head === null ? [] : [frontMatter(text, head.to)]
  let pictures = 0
  for (const block of blocks) {
    const inline = block.isVerbatim ? NO_MARKS : inlineOf(text, block, definitions)
    pictures += inline.pictures
    fragments.push(fragmentOf(text, block, inline.marks))
    if (block.to > step) {
      step = block.to + STEP
      await pace.step(0.5 + (0.5 * block.to) / text.length)
    }
  }
  return {
    ...resolveReferences(text, fragments),
    about: head?.about ?? null,
    notices: pictures === 0 ? [] : [{ id: 'pictures-left-out', about: String(pictures) }],
  }
}

const NO_MARKS = { marks: [], pictures: 0 }

function trimmed(text: string, from: number, end: number): number {
  let to = end
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1
  return to
}

function frontMatter(text: string, end: number): Fragment {
  const to = trimmed(text, 0, end)
  return {
    from: 0,
    to,
    kind: 'front-matter',
    depth: 0,
    quoted: 0,
    indent: 0,
    within: null,
    // The lines around it.
    marks: [
      { type: 'syntax', value: null, from: 0, to: 3 },
      { type: 'syntax', value: null, from: to - 3, to },
    ],
  }
}

function fragmentOf(text: string, block: MarkdownBlock, inline: readonly Mark[]): Fragment {
  const { kind, depth, number, quoted, indent, within, afterRule, from, to } = block
  const syntax: Mark[] = []
  let at = from
  const gap = (end: number) => {
    let start = at
    let stop = end
    while (start < stop && /\s/.test(text[start] ?? '')) start += 1
    while (stop > start && /\s/.test(text[stop - 1] ?? '')) stop -= 1
    if (stop > start) syntax.push({ type: 'syntax', value: null, from: start, to: stop })
  }
  for (const content of block.contents) {
    gap(content.from)
    at = content.to
  }
  gap(to)
  return {
    from,
    to,
    kind,
    depth,
    number,
    quoted,
    indent,
    within,
    afterRule,
    marks: inOrder([...syntax, ...inline]),
  }
}

/** Reads the words of all lines as one, and puts the marks back where the words stand in the file. */
function inlineOf(text: string, block: MarkdownBlock, definitions: ReadonlyMap<string, string>) {
  const words = block.contents.map(({ from, to }) => text.slice(from, to)).join('\n')
  const { marks, pictures } = inlineMarks(words, definitions)
  const [first] = block.contents
  if (block.contents.length === 1 && first !== undefined) {
    return {
      marks: marks.map((mark) => ({
        ...mark,
        from: mark.from + first.from,
        to: mark.to + first.from,
      })),
      pictures,
    }
  }
  const starts: number[] = []
  let sum = 0
  for (const { from, to } of block.contents) {
    starts.push(sum)
    sum += to - from + 1
  }
  const place = (offset: number, isEnd: boolean): number => {
    const next = firstIndex(starts, (start) => start > offset || (start === offset && isEnd))
    const index = Math.max(0, next - 1)
    const content = block.contents[index]
    return content === undefined
      ? 0
      : Math.min(content.to, content.from + offset - (starts[index] ?? 0))
  }
  return {
    marks: marks
      .map((mark) => ({
        ...mark,
        from: place(mark.from, false),
        to: mark.from === mark.to ? place(mark.from, false) : place(mark.to, true),
      }))
      .filter((mark) => mark.to > mark.from || mark.type === 'anchor' || mark.type === 'picture'),
    pictures,
  }
}
