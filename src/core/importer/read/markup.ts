import { Tokenizer } from 'htmlparser2'
import { CLOSES, endsParagraph, OF_HEAD, UNSEEN, VOID, WALLS } from './html/names.ts'
import type { Pace } from './pace.ts'

/** What a reader of HTML or XML is told, in the order of the file. */
export interface MarkupHandler {
  readonly onOpen: (name: string, attributes: ReadonlyMap<string, string>) => void
  /** Of every element that was opened and may have content, also where its end tag is missing. */
  readonly onClose: (name: string) => void
  readonly onText: (text: string) => void
  readonly onComment?: (text: string) => void
}

interface MarkupOptions {
  /** Names as they are written, no element closed or empty by its name alone. */
  readonly xml: boolean
  /** XHTML: `<a/>` is over, though names and entities are HTML's. */
  readonly selfClosing?: boolean
  /** How many elements are opened inside one another at most. */
  readonly nesting: number
  readonly pace: Pace
}

const STEP = 256 * 1024

/**
 * Reads HTML or XML in one pass and in time that grows with its length alone. Every opened element is
 * closed, in the reverse order. Elements nested beyond the limit are left out, their text is not.
 *
 * @returns whether anything was nested beyond the limit.
 */
export async function readMarkup(
  markup: string,
  handler: MarkupHandler,
  { xml, selfClosing = xml, nesting, pace }: MarkupOptions,
): Promise<{ readonly isFlattened: boolean }> {
  const open = openElements(handler, { xml, selfClosing, nesting })
  let name = ''
  let attributes = new Map<string, string>()
  let attribute = ''
  let value = ''
  const tokenizer = new Tokenizer(
    { xmlMode: xml, recognizeSelfClosing: selfClosing },
    {
      ontext: (from, to) => handler.onText(markup.slice(from, to)),
      ontextentity: (codePoint) => handler.onText(String.fromCodePoint(codePoint)),
      onopentagname: (from, to) => {
        name = xml ? markup.slice(from, to) : markup.slice(from, to).toLowerCase()
        attributes = new Map()
      },
      onattribname: (from, to) => {
        attribute = xml ? markup.slice(from, to) : markup.slice(from, to).toLowerCase()
        value = ''
      },
      onattribdata: (from, to) => {
        value += markup.slice(from, to)
      },
      onattribentity: (codePoint) => {
        value += String.fromCodePoint(codePoint)
      },
      onattribend: () => {
        if (!attributes.has(attribute)) attributes.set(attribute, value)
      },
      onopentagend: () => open.start(name, attributes, false),
      onselfclosingtag: () => open.start(name, attributes, true),
      onclosetag: (from, to) =>
        open.end(xml ? markup.slice(from, to) : markup.slice(from, to).toLowerCase()),
      oncomment: (from, to, offset) => handler.onComment?.(markup.slice(from, to - offset)),
      oncdata: (from, to, offset) => {
        if (xml) handler.onText(markup.slice(from, to - offset))
      },
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
      isInForeignContext: () => open.isForeign(),
    },
  )
  for (let from = 0; from < markup.length; from += STEP) {
    tokenizer.write(markup.slice(from, from + STEP))
    await pace.step(Math.min(1, (from + STEP) / markup.length))
  }
  tokenizer.end()
  open.endAll()
  return { isFlattened: open.isFlattened() }
}

/** The elements that are open, as the HTML standard keeps them, simplified to what matters for text. */
function openElements(
  handler: MarkupHandler,
  { xml, selfClosing, nesting }: Required<Pick<MarkupOptions, 'xml' | 'selfClosing' | 'nesting'>>,
) {
  const stack: { readonly name: string; isEnded: boolean }[] = []
  const counts = new Map<string, number>()
  /** End tags still to come of elements that were too deep to be opened. */
  const beyond = new Map<string, number>()
  let isFlattened = false

  const isOpen = (name: string) => (counts.get(name) ?? 0) > 0
  const push = (name: string) => {
    stack.push({ name, isEnded: false })
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const pop = () => {
    const top = stack.pop()
    if (top === undefined) return
    if (!top.isEnded) counts.set(top.name, (counts.get(top.name) ?? 1) - 1)
    handler.onClose(top.name)
  }
  const popTo = (length: number) => {
    while (stack.length > length || stack.at(-1)?.isEnded === true) pop()
  }
  /** Where the nearest of these is, unless one of the others is nearer; -1 where there is none. */
  const nearest = (these: (name: string) => boolean, isWall: (name: string) => boolean): number => {
    for (let at = stack.length - 1; at >= 0; at -= 1) {
      const { name = '', isEnded = true } = stack[at] ?? {}
      if (isEnded) continue
      if (these(name)) return at
      if (isWall(name)) return -1
    }
    return -1
  }

  const closeWhatIsImplied = (name: string) => {
    if (isOpen('head') && name !== 'head' && name !== 'html' && !OF_HEAD.has(name)) {
      const at = nearest(
        (open) => open === 'head',
        () => false,
      )
      // What stands inside an element of the head, say in a noscript, ends nothing.
      if (at === stack.length - 1) popTo(at)
    }
    if (endsParagraph(name) && isOpen('p')) {
      const at = nearest(
        (open) => open === 'p',
        (open) => isWall(open) || open === 'button',
      )
      if (at >= 0) popTo(at)
    }
    const closes = CLOSES.get(name)
    if (closes === undefined) return
    for (;;) {
      const at = nearest(
        (open) => closes.these.has(open),
        (open) => closes.upTo.has(open) || (isWall(open) && !closes.these.has(open)),
      )
      if (at < 0) return
      popTo(at)
    }
  }

  const start = (name: string, attributes: ReadonlyMap<string, string>, isSelfClosing: boolean) => {
    if (!xml && !isForeign()) closeWhatIsImplied(name)
    const isOver = isSelfClosing && (selfClosing || isForeign())
    const isEmpty = isOver || (!xml && VOID.has(name))
    if (stack.length >= nesting) {
      isFlattened = true
      if (!isEmpty) beyond.set(name, (beyond.get(name) ?? 0) + 1)
      return
    }
    handler.onOpen(name, attributes)
    if (isEmpty) handler.onClose(name)
    else push(name)
  }

  const end = (name: string) => {
    const tooDeep = beyond.get(name) ?? 0
    if (tooDeep > 0) {
      beyond.set(name, tooDeep - 1)
      return
    }
    if (!xml && name === 'br') return start('br', new Map(), false)
    if (!isOpen(name)) return
    const isInTheWay = xml || WALLS.has(name) ? () => false : (open: string) => WALLS.has(open)
    const at = nearest((open) => open === name, isInTheWay)
    if (at < 0) return
    const ended = stack[at]
    const blocks = stack.slice(at + 1)
    if (
      !xml &&
      ended !== undefined &&
      !endsParagraph(name) &&
      blocks.some((block) => endsParagraph(block.name))
    ) {
      // `<b><p>…</b>…</p>`: the block goes on, and the formatting until the block ends.
      ended.isEnded = true
      counts.set(name, (counts.get(name) ?? 1) - 1)
      return
    }
    popTo(at)
  }

  const isForeign = () => isOpen('svg') || isOpen('math')

  return {
    start,
    end,
    endAll: () => popTo(0),
    isForeign,
    isFlattened: () => isFlattened,
  }
}

/** What begins inside of it closes nothing outside. */
function isWall(name: string): boolean {
  return WALLS.has(name) || (UNSEEN.has(name) && name !== 'head')
}
