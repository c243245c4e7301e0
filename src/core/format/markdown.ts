import type { Root } from 'mdast'
import { directiveFromMarkdown, directiveToMarkdown } from 'mdast-util-directive'
import type { TextDirective } from 'mdast-util-directive'
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

type Handlers = NonNullable<ReturnType<typeof directiveToMarkdown>['handlers']>
type Handle = NonNullable<Handlers['leafDirective']>

/** Where addresses are read as links, also in brackets; the writer takes all brackets for those of links, in which they are not. */
const LABELS: ('textDirectiveLabel' | 'leafDirectiveLabel' | 'containerDirectiveLabel')[] = [
  'textDirectiveLabel',
  'leafDirectiveLabel',
  'containerDirectiveLabel',
]
const LINKS: ('autolink' | 'link')[] = ['autolink', 'link']
const ADDRESS_SIGNS = [
  {
    character: '@',
    before: '[+\\-.\\w]',
    after: '[\\-.\\w]',
    inConstruct: LABELS,
    notInConstruct: LINKS,
  },
  {
    character: '.',
    before: '[Ww]',
    after: '[\\-.\\w]',
    inConstruct: LABELS,
    notInConstruct: LINKS,
  },
  { character: ':', before: '[ps]', after: '\\/', inConstruct: LABELS, notInConstruct: LINKS },
]

function asReference(sign: string): string {
  return `&#x${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()};`
}

/** Words in the brackets of a block are escaped like those of a paragraph; left to itself, the writer forgets it. */
function escapedLabels(this: Processor): void {
  const data = this.data()
  const { handlers } = directiveToMarkdown()
  const asPhrasing =
    (write: Handle | undefined): Handle =>
    (node: unknown, parent, state, info) => {
      const exit = state.enter('phrasing')
      const text = write?.(node, parent, state, info) ?? ''
      exit()
      return text
    }
  // In an attribute, an unmatched bracket would end the brackets around it, and a bar the cell of a table.
  const withSafeAttributes: Handle = (node: TextDirective, parent, state, info) => {
    const text = handlers?.textDirective?.(node, parent, state, info) ?? ''
    const bare = handlers?.textDirective?.({ ...node, children: [] }, parent, state, info) ?? ''
    const attributes = bare.slice(node.name.length + 1)
    if (!attributes.startsWith('{') || !text.endsWith(attributes)) return text
    const isInside = state.stack.includes('label') || state.stack.includes('tableCell')
    const safe = isInside ? attributes.replace(/[[\]|]/gu, asReference) : attributes
    return text.slice(0, -attributes.length) + safe
  }
  data.toMarkdownExtensions = [
    ...(data.toMarkdownExtensions ?? []),
    {
      unsafe: ADDRESS_SIGNS,
      handlers: {
        leafDirective: asPhrasing(handlers?.leafDirective),
        containerDirective: asPhrasing(handlers?.containerDirective),
        textDirective: Object.assign(withSafeAttributes, { peek: () => ':' }),
      },
    },
  ]
}

/**
 * Addresses in plain text are links as the tokenizer sees them. A second search for them through the
 * finished tree is left out: it would find escaped ones too, and its findings have no place in the file.
 */
function noSecondSearchForAddresses(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }))
}

const reader = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(noSecondSearchForAddresses)
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
  .use(escapedLabels)
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
