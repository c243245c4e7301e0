import type { Block, Heading, Inline, List, Table } from '#core/article'
import type {
  Heading as HeadingNode,
  List as ListNode,
  RootContent,
  Table as TableNode,
} from 'mdast'
import type { ContainerDirective, Directives, LeafDirective } from 'mdast-util-directive'
import { readAttributes } from './attributes.ts'
import { findDirective, formsOf } from './directives.ts'
import type { DirectiveForm, DirectiveRule } from './directives.ts'
import { lostThing, readInlines } from './inlines.ts'
import { sentences } from './messages.ts'
import { mintPlace } from './mint.ts'
import type { Place, Reading } from './reading.ts'

const UNNAMED = mintPlace('')

/** A run of blocks, each named by the anchor before it where there is one. */
export function readBlocks(
  nodes: readonly RootContent[],
  place: Place,
  reading: Reading,
): readonly Block[] {
  const blocks: Block[] = []
  const anchors = new Anchors(reading)
  for (const node of nodes) {
    if (anchors.take(node)) continue
    const block = readBlock(node, anchors.idFor(node), place, reading)
    if (block !== null) blocks.push(block)
  }
  anchors.end()
  return blocks
}

/** `::anchor{#id}` names what comes after it. */
export class Anchors {
  readonly #reading: Reading
  #waiting: { readonly id: string; readonly node: LeafDirective } | null = null

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** Whether the node is an anchor; then it waits for its block. */
  take(node: RootContent): boolean {
    if (node.type !== 'leafDirective' || node.name !== 'anchor') return false
    this.end()
    const rule = findDirective('leaf', 'anchor')
    if (rule === null) return true
    checkLabel(node, rule, this.#reading)
    const id = readAttributes(node, rule, this.#reading).get('id')
    if (id !== undefined) this.#waiting = { id, node }
    else if (node.attributes?.['id'] === undefined)
      this.#reading.tell(sentences.anchorNeedsId(), node)
    return true
  }

  /** The id set by hand for the node that comes next. Definitions are no blocks: the anchor waits on. */
  idFor(node: RootContent): string | null {
    if (node.type === 'footnoteDefinition' || node.type === 'definition') return null
    const id = this.#waiting?.id ?? null
    this.#waiting = null
    return id
  }

  /** Nothing more comes, or nothing that takes an anchor. */
  end(): void {
    if (this.#waiting !== null) this.#reading.tell(sentences.anchorNeedsBlock(), this.#waiting.node)
    this.#waiting = null
  }
}

function readBlock(
  node: RootContent,
  id: string | null,
  place: Place,
  reading: Reading,
): Block | null {
  const within: Place = { ...place, nested: true }
  switch (node.type) {
    case 'paragraph': {
      const children = readInlines(node.children, place, reading)
      // What an error left empty is no paragraph.
      return children.length === 0
        ? null
        : reading.place({ type: 'paragraph', id: UNNAMED, children }, node, id)
    }
    case 'heading':
      return readHeading(node, id, place, reading)
    case 'blockquote':
      return reading.place(
        { type: 'blockquote', id: UNNAMED, children: readBlocks(node.children, within, reading) },
        node,
        id,
      )
    case 'list':
      return reading.place(readList(node, within, reading), node, id)
    case 'table':
      return reading.place(readTable(node, place, reading), node, id)
    case 'code':
      if (node.meta) reading.tell(sentences.unsupported('words after the language of code'), node)
      return reading.place(
        { type: 'code', id: UNNAMED, lang: node.lang ?? null, value: node.value },
        node,
        id,
      )
    case 'thematicBreak':
      return reading.place({ type: 'thematicBreak', id: UNNAMED }, node, id)
    case 'containerDirective':
      return readContainer(node, id, place, reading)
    case 'leafDirective':
      return readLeaf(node, id, place, reading)
    case 'html':
      reading.tell(sentences.rawHtml(node.value), node)
      return null
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return null
    default:
      reading.tell(sentences.unsupported(`\`${node.type}\` at this place`), node)
      return null
  }
}

export function readHeading(
  node: HeadingNode,
  id: string | null,
  place: Place,
  reading: Reading,
): Heading | null {
  const children = readInlines(node.children, place, reading)
  const depth = node.depth
  if (depth === 2 || depth === 3 || depth === 4) {
    if (children.length > 0)
      return reading.place({ type: 'heading', id: UNNAMED, depth, children }, node, id)
    reading.tell(sentences.unsupported('heading without words'), node)
  } else reading.tell(sentences.headingDepth(depth), node)
  return null
}

function readList(node: ListNode, place: Place, reading: Reading): List {
  const items = node.children.map((item) => {
    if (typeof item.checked === 'boolean') reading.tell(sentences.unsupported('task lists'), item)
    return readBlocks(item.children, place, reading)
  })
  return {
    type: 'list',
    id: UNNAMED,
    ordered: node.ordered ?? false,
    start: node.start ?? 1,
    items,
  }
}

/** Every row gets as many cells as the head has. */
function readTable(node: TableNode, place: Place, reading: Reading): Table {
  const width = node.children[0]?.children.length ?? 0
  const align = Array.from({ length: width }, (_, column) => node.align?.[column] ?? null)
  const rows = node.children.map((row) =>
    Array.from({ length: width }, (_, column): readonly Inline[] =>
      readInlines(row.children[column]?.children ?? [], place, reading),
    ),
  )
  return { type: 'table', id: UNNAMED, align, rows }
}

/** The rule of a directive that may stand here; null, with a message, where there is none. */
function directiveRule(
  node: Directives,
  form: DirectiveForm,
  reading: Reading,
): DirectiveRule | null {
  const rule = findDirective(form, node.name)
  if (rule !== null) return rule
  const forms = formsOf(node.name)
  reading.tell(
    forms.length > 0
      ? sentences.misplacedDirective(node.name, forms)
      : sentences.unknownDirective(node.name),
    node,
  )
  return null
}

/** The words in brackets of a container, and what it holds. */
export function splitContainer(node: ContainerDirective): {
  readonly label: ContainerDirective['children'][number] | null
  readonly content: ContainerDirective['children']
} {
  const first = node.children[0]
  const isLabelled = first?.type === 'paragraph' && first.data?.directiveLabel === true
  return {
    label: isLabelled ? first : null,
    content: isLabelled ? node.children.slice(1) : node.children,
  }
}

function checkLabel(
  node: ContainerDirective | LeafDirective,
  rule: DirectiveRule,
  reading: Reading,
): void {
  const labelled =
    node.type === 'leafDirective' ? node.children.length > 0 : splitContainer(node).label !== null
  if (labelled && rule.label === 'none') reading.tell(sentences.labelUnwanted(node.name), node)
}

export function checkClosed(node: ContainerDirective, reading: Reading): void {
  if (node.data?.position?.closing === undefined)
    reading.tell(sentences.unclosedContainer(node.name), node)
}

function readContainer(
  node: ContainerDirective,
  anchor: string | null,
  place: Place,
  reading: Reading,
): Block | null {
  const rule = directiveRule(node, 'container', reading)
  checkClosed(node, reading)
  const { content } = splitContainer(node)
  if (rule?.name !== 'figure') {
    if (rule !== null) reading.tell(sentences.nestedPassage(node.name), node)
    // Its content is read nevertheless, so that everything wrong in it is told at once.
    readBlocks(content, { ...place, nested: true }, reading)
    return null
  }
  checkLabel(node, rule, reading)
  const attributes = readAttributes(node, rule, reading)
  const alt = attributes.get('alt')?.trim() ?? ''
  const said = attributes.get('src') ?? ''
  const src = said === 'lost' ? '' : said
  const [caption, ...rest] = content
  // Of a picture that is missing the caption may be all that is left.
  if (alt === '' && (src !== '' || caption === undefined)) reading.tell(sentences.imageAlt(), node)
  if (rest.length > 0 || (caption !== undefined && caption.type !== 'paragraph'))
    reading.tell(sentences.figureCaption(), rest[0] ?? caption)
  const inlines = caption?.type === 'paragraph' ? readInlines(caption.children, place, reading) : []
  const figure: Block = {
    type: 'figure',
    id: UNNAMED,
    src,
    alt,
    caption: inlines,
  }
  return reading.place(figure, node, attributes.get('id') ?? anchor)
}

function readLeaf(
  node: LeafDirective,
  anchor: string | null,
  place: Place,
  reading: Reading,
): Block | null {
  const rule = directiveRule(node, 'leaf', reading)
  if (rule?.name !== 'lost') return null
  const attributes = readAttributes(node, rule, reading)
  const children = readInlines(node.children, { ...place, ours: true }, reading)
  const lost: Block = {
    type: 'lost',
    level: 'block',
    id: UNNAMED,
    what: lostThing(attributes.get('what')),
    children,
  }
  return reading.place(lost, node, attributes.get('id') ?? anchor)
}
