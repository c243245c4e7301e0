import { readMarkup } from '../markup.ts'
import type { MarkupHandler } from '../markup.ts'
import type { Pace } from '../pace.ts'
import { decode } from '../decode.ts'

/** An element of a small file, as far as it is needed: its name without prefix, what it says, its words. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly text: string
  /** Name of the element around it. */
  readonly parent: string
}

/** Elements nest no deeper in the files that packages are described by. */
const NESTING = 100
const MOST_ELEMENTS = 100_000

/** The elements of a file that describes a package, in the order in which they end. */
export async function readElements(bytes: Uint8Array, pace: Pace): Promise<readonly XmlElement[]> {
  const elements: XmlElement[] = []
  const open: {
    readonly name: string
    readonly attributes: ReadonlyMap<string, string>
    text: string
  }[] = []
  const handler: MarkupHandler = {
    onOpen: (name, attributes) => open.push({ name: localName(name), attributes, text: '' }),
    onClose: () => {
      const element = open.pop()
      if (element === undefined || elements.length >= MOST_ELEMENTS) return
      elements.push({ ...element, parent: open.at(-1)?.name ?? '' })
    },
    onText: (text) => {
      const top = open.at(-1)
      if (top !== undefined && top.text.length < 10_000) top.text += text
    },
  }
  await readXml(bytes, handler, NESTING, pace)
  return elements
}

/** Reads XML; entities of its own are never resolved, and nothing it names is fetched. */
export async function readXml(
  bytes: Uint8Array,
  handler: MarkupHandler,
  nesting: number,
  pace: Pace,
) {
  return readMarkup(decode(bytes, 'epub').text, handler, { xml: true, nesting, pace })
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
