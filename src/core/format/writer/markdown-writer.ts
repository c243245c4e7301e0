import type { Root } from 'mdast'
import { directiveToMarkdown } from 'mdast-util-directive'
import type { TextDirective } from 'mdast-util-directive'
import { frontmatterToMarkdown } from 'mdast-util-frontmatter'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { Options } from 'mdast-util-to-markdown'

/*
 * A tree as the Markdown of this format. The writer of directives leaves some characters in brackets
 * and attributes as they are that would not be read back as they were; here they are escaped.
 */

type Words = 'phrasing' | 'textDirectiveLabel' | 'leafDirectiveLabel' | 'containerDirectiveLabel'
const WORDS: Words[] = [
  'phrasing',
  'textDirectiveLabel',
  'leafDirectiveLabel',
  'containerDirectiveLabel',
]
const LINKS: ('autolink' | 'link')[] = ['autolink', 'link']

/**
 * Where plain words would be read as an address. The writer knows most of this, but takes the brackets
 * of directives for those of links, in which there are no addresses, and asks too much of what comes
 * after `www.`.
 */
const ADDRESS_SIGNS = [
  { character: '@', before: '[+\\-.\\w]', after: '[\\-.\\w]' },
  { character: '.', before: '[Ww]{3}' },
  { character: ':', before: '[ps]', after: '\\/' },
].map((sign) => ({ ...sign, inConstruct: WORDS, notInConstruct: LINKS }))

/** A colon before a letter, also after a sign that is escaped itself. */
const DIRECTIVE_SIGN = {
  character: ':',
  after: '[^\\s\\p{P}\\p{S}]',
  inConstruct: WORDS,
  unicode: true,
}

type Handlers = NonNullable<ReturnType<typeof directiveToMarkdown>['handlers']>
type Handle = NonNullable<Handlers['leafDirective']>

const { handlers } = directiveToMarkdown()

/** Words in the brackets of a block are escaped like those of a paragraph. */
function asPhrasing(write: Handle | undefined): Handle {
  return (node: unknown, parent, state, info) => {
    const exit = state.enter('phrasing')
    const text = write?.(node, parent, state, info) ?? ''
    exit()
    return text
  }
}

/** In an attribute, an unmatched bracket would end the brackets around it, and a bar the cell of a table. */
const withSafeAttributes: Handle = (node: TextDirective, parent, state, info) => {
  const text = handlers?.textDirective?.(node, parent, state, info) ?? ''
  if (!state.stack.includes('label') && !state.stack.includes('tableCell')) return text
  const bare = handlers?.textDirective?.({ ...node, children: [] }, parent, state, info) ?? ''
  const attributes = bare.slice(node.name.length + 1)
  if (!attributes.startsWith('{') || !text.endsWith(attributes)) return text
  return text.slice(0, -attributes.length) + attributes.replace(/[[\]|]/gu, asReference)
}

function asReference(sign: string): string {
  return `&#x${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()};`
}

/** What is escaped and written more carefully than those below would do it. Of two extensions the later has its way. */
const carefully: Options = {
  unsafe: [...ADDRESS_SIGNS, DIRECTIVE_SIGN],
  handlers: {
    leafDirective: asPhrasing(handlers?.leafDirective),
    containerDirective: asPhrasing(handlers?.containerDirective),
    textDirective: Object.assign(withSafeAttributes, { peek: () => ':' }),
  },
}

const options: Options = {
  bullet: '-',
  // No bullet: two lists in a row that begin with a rule could not be told apart by theirs.
  rule: '_',
  emphasis: '*',
  strong: '*',
  fences: true,
  listItemIndent: 'one',
  incrementListMarker: true,
  extensions: [
    frontmatterToMarkdown(['yaml']),
    gfmToMarkdown({ tablePipeAlign: false, tableCellPadding: true }),
    directiveToMarkdown(),
    carefully,
  ],
}

export function writeMarkdown(root: Root): string {
  return toMarkdown(root, options)
}
