import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Processor } from 'unified'
import { readPieces } from './read-pieces.ts'

/*
 * The Markdown of this format as a tree. Single tildes are no deletion: they stand in addresses and
 * in front of numbers.
 */

/**
 * Addresses in plain text are links as the tokenizer sees them. A second search for them through the
 * finished tree is left out: it would find escaped ones too, and its findings have no place in the file.
 */
function noSecondSearchForAddresses(this: Processor): void {
  const data = this.data()
  const extensions = (data.fromMarkdownExtensions ?? []).flat()
  data.fromMarkdownExtensions = extensions.map((extension) => ({ ...extension, transforms: [] }))
}

/** Asks for the places of fences and attributes, without which an unclosed container looks like a closed one. */
function directivePlaces(this: Processor): void {
  const data = this.data()
  const places = directiveFromMarkdown({ verbose: true })
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), places]
}

const reader = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(noSecondSearchForAddresses)
  .use(remarkDirective)
  .use(directivePlaces)
  .freeze()

/** The tree, in a time and with a memory that a long file should not be given at once. */
export function readAtOnce(markdown: string): Root {
  return reader.parse(markdown)
}

/** The tree, or null where it is nested beyond what can be walked. */
export function readMarkdown(markdown: string): Root | null {
  if (looksTooDeep(markdown)) return null
  let root: Root
  try {
    root = readPieces(markdown, readAtOnce)
  } catch (reason) {
    // The parser itself runs out of stack on thousands of nested things.
    if (reason instanceof RangeError) return null
    throw reason
  }
  return isTooDeep(root) ? null : root
}

/** Nothing an author writes nests deeper; what does would exhaust the stack of everything that walks the tree. */
const DEEPEST = 100

/** Quotes and lists that begin on one line, a hundred inside one another. */
const DEEP_LINE = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){100}/mu

/** Seen in the characters, because the parser needs a time that grows with the square of the depth to say the same. */
function looksTooDeep(markdown: string): boolean {
  let open = 0
  for (const [fence] of markdown.matchAll(/^[ \t>]*:{3,}(?:[^:\s]|$)/gmu)) {
    open = fence.endsWith(':') ? Math.max(0, open - 1) : open + 1
    if (open > DEEPEST) return true
  }
  return DEEP_LINE.test(markdown)
}

interface Nested {
  readonly type: string
  readonly children?: readonly Nested[]
}

function isTooDeep(root: Nested): boolean {
  let level: readonly Nested[] = [root]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true
    level = level.flatMap((node) => node.children ?? [])
  }
  return false
}
