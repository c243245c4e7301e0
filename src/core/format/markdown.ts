import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Processor } from 'unified'

/*
 * The Markdown of this format as a tree, and back. Single tildes are no deletion: they stand in
 * addresses and in front of numbers.
 */

/** Asks for the places of fences and attributes, without which an unclosed container looks like a closed one. */
function directivePlaces(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    directiveFromMarkdown({ verbose: true }),
  ]
}

const reader = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(directivePlaces)
  .freeze()

const writer = unified()
  .use(remarkStringify, {
    bullet: '-',
    rule: '-',
    emphasis: '*',
    strong: '*',
    fences: true,
    listItemIndent: 'one',
    incrementListMarker: true,
  })
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false, tableCellPadding: true })
  .use(remarkDirective)
  .freeze()

/** Nothing an author writes nests deeper; what does would exhaust the stack of everything that walks the tree. */
const DEEPEST = 100

/** The tree, or null where it is nested beyond what can be walked. */
export function readMarkdown(markdown: string): Root | null {
  let root: Root
  try {
    root = reader.parse(markdown)
  } catch (reason) {
    // The parser itself runs out of stack on thousands of nested quotes.
    if (reason instanceof RangeError) return null
    throw reason
  }
  return isTooDeep(root) ? null : root
}

export function writeMarkdown(root: Root): string {
  return writer.stringify(root)
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
