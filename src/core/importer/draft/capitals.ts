import type { Article, Block, Inline, Layer } from '#core/article'
import { trustLayerId } from '#core/article'
import type { DraftSentences } from './sentences.ts'

/*
 * Names that a later hand has set in capitals. They are told from abbreviations and from words that the
 * author has shouted by the rest of the text: a name stands there as a name, too, in the middle of a
 * sentence, and never in small letters.
 */

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu
const IN_CAPITALS = /^\p{Lu}[\p{Lu}\p{M}]{2,}(?:['’ʼ]\p{Lu}+)?$/u
const POSSESSIVE = /['’ʼ]\p{L}+$/u

const ADDRESS = /\/\/|www\.|@/iu

/** A few capitals are an abbreviation or two; from so many on it is somebody's habit. */
const LEAST_NAMES = 4
const LEAST_PLACES = 12

/** The article with such names marked, and with the layer that switches them; as it is where there are none. */
export function withCapitals(article: Article, sentences: DraftSentences): Article {
  const texts = textsOf(article)
  const names = namesIn(texts)
  if (names.size === 0) return article
  const layer: Layer = {
    id: trustLayerId('capitals'),
    kind: 'capitals',
    label: sentences.capitals,
    voice: sentences.capitalsVoice,
    shown: true,
  }
  const inBlocks = (blocks: readonly Block[]) => blocks.map((block) => markedBlock(block, names))
  return {
    ...article,
    layers: [...article.layers, layer],
    sections: article.sections.map(({ heading, passages }) => ({
      heading: heading === null ? null : { ...heading, children: marked(heading.children, names) },
      passages: passages.map((passage) => ({
        ...passage,
        title: marked(passage.title, names),
        blocks: inBlocks(passage.blocks),
      })),
    })),
    footnotes: article.footnotes.map((note) => ({ ...note, blocks: inBlocks(note.blocks) })),
  }
}

type Names = ReadonlyMap<string, string>

/** As found → without the capitals. */
function namesIn(texts: readonly string[]): Names {
  const { inCapitals, asNames, inSmall } = wordsIn(texts)
  const names = new Map<string, string>()
  const doubtful = new Map<string, string>()
  let places = 0
  for (const [found, count] of inCapitals) {
    const plain = found.charAt(0) + found.slice(1).toLowerCase()
    const bare = plain.replace(POSSESSIVE, '')
    const isWord = inSmall.has(bare.toLowerCase())
    if (isWord || plain.length !== found.length || plain.toUpperCase() !== found) continue
    if (asNames.has(bare)) {
      names.set(found, plain)
      places += count
    } else if (isPronounced(bare.toUpperCase())) doubtful.set(found, plain)
  }
  // Where it is somebody's habit, names that stand in capitals everywhere are no abbreviations either.
  return names.size >= LEAST_NAMES && places >= LEAST_PLACES
    ? new Map([...names, ...doubtful])
    : new Map()
}

interface Words {
  /** How often each stands there. Without those that are explained in brackets, as abbreviations are. */
  readonly inCapitals: ReadonlyMap<string, number>
  readonly asNames: ReadonlySet<string>
  readonly inSmall: ReadonlySet<string>
}

function wordsIn(texts: readonly string[]): Words {
  const inCapitals = new Map<string, number>()
  const explained = new Set<string>()
  const asNames = new Set<string>()
  const inSmall = new Set<string>()
  for (const text of texts) {
    let before = ''
    const hasAddress = ADDRESS.test(text)
    for (const match of text.matchAll(WORD)) {
      const [word] = match
      if (hasAddress && isInAddress(text, match.index, word.length)) continue
      const bare = word.replace(POSSESSIVE, '')
      if (IN_CAPITALS.test(word)) {
        inCapitals.set(word, (inCapitals.get(word) ?? 0) + 1)
        const around = text.charAt(match.index - 1) + text.charAt(match.index + word.length)
        if (around === '()') explained.add(bare)
      } else if (/^\p{Ll}/u.test(word)) inSmall.add(bare)
      else if (/^\p{Ll}/u.test(before)) asNames.add(bare)
      before = word
    }
  }
  for (const word of inCapitals.keys())
    if (explained.has(word.replace(POSSESSIVE, ''))) inCapitals.delete(word)
  return { inCapitals, asNames, inSmall }
}

/** Abbreviations that are read as words, and so look like names. */
const READ_AS_WORDS = new Set(
  'AIDS ASEAN FIFA IAEA NASA NATO OPEC OSCE UEFA UNESCO UNHCR UNICEF'.split(' '),
)

function isPronounced(word: string): boolean {
  const isLatin = /^[\p{Script=Latin}\p{M}]+$/u.test(word)
  return word.length >= 4 && !READ_AS_WORDS.has(word) && (!isLatin || /[AEIOUYÀ-Ý]/u.test(word))
}

function textsOf(article: Article): readonly string[] {
  const texts: string[] = []
  const inInlines = (inlines: readonly Inline[]) => {
    let line = ''
    for (const inline of inlines) {
      if (inline.type === 'text') line += inline.value
      else if (inline.type === 'break') line += '\n'
      else if ('children' in inline && inline.type !== 'editorial') {
        texts.push(line)
        line = ''
        inInlines(inline.children)
      }
    }
    texts.push(line)
  }
  const inBlocks = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      if (block.type === 'paragraph' || block.type === 'heading') inInlines(block.children)
      else if (block.type === 'blockquote') inBlocks(block.children)
      else if (block.type === 'list') for (const item of block.items) inBlocks(item)
    }
  }
  for (const { heading, passages } of article.sections) {
    if (heading !== null) inInlines(heading.children)
    for (const passage of passages) {
      inInlines(passage.title)
      inBlocks(passage.blocks)
    }
  }
  for (const note of article.footnotes) inBlocks(note.blocks)
  return texts
}

function markedBlock(block: Block, names: Names): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: marked(block.children, names) }
    case 'blockquote':
      return { ...block, children: block.children.map((child) => markedBlock(child, names)) }
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => item.map((child) => markedBlock(child, names))),
      }
    case 'code':
    case 'table':
    case 'figure':
    case 'thematicBreak':
    case 'lost':
      return block
  }
}

function marked(inlines: readonly Inline[], names: Names): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    switch (inline.type) {
      case 'text':
        return cut(inline.value, names)
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'insertion':
        return [{ ...inline, children: marked(inline.children, names) }]
      case 'link':
      case 'mended':
        return isAddress(inline.children)
          ? [inline]
          : [{ ...inline, children: marked(inline.children, names) }]
      default:
        return [inline]
    }
  })
}

function isAddress(inlines: readonly Inline[]): boolean {
  return inlines.some((inline) => inline.type === 'text' && /[/@]|www\./iu.test(inline.value))
}

function cut(text: string, names: Names): readonly Inline[] {
  const pieces: Inline[] = []
  let done = 0
  for (const match of text.matchAll(WORD)) {
    const [found] = match
    const plain = names.get(found)
    if (plain === undefined || isInAddress(text, match.index, found.length)) continue
    if (match.index > done) pieces.push({ type: 'text', value: text.slice(done, match.index) })
    pieces.push({ type: 'capitals', found, plain })
    done = match.index + found.length
  }
  if (done < text.length) pieces.push({ type: 'text', value: text.slice(done) })
  return pieces
}

/** No address is longer; the limit keeps a line without spaces cheap. */
const LONGEST_ADDRESS = 300

function isInAddress(text: string, start: number, length: number): boolean {
  const before = /\S*$/u.exec(text.slice(Math.max(0, start - LONGEST_ADDRESS), start))?.[0] ?? ''
  const after = /^\S*/u.exec(text.slice(start, start + length + LONGEST_ADDRESS))?.[0] ?? ''
  return ADDRESS.test(before + after)
}
