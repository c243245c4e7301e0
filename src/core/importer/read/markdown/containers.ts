import type { Container } from '../../model.ts'
import { BLOCKS } from '../html/names.ts'
import { hintsOf, quotes } from '../html/elements.ts'
import { lookOf, PLAIN, readDeclarations } from '../html/styles.ts'
import type { Tag } from './tags.ts'

export interface OpenTagContainers {
  readonly take: (tag: Tag) => void
  /** `:::note … :::`. @returns whether it ends one */
  readonly directive: (line: string, name: string | undefined) => boolean
  /** A paragraph of HTML that nobody ends is over where one of Markdown is. */
  readonly endParagraph: () => void
  readonly current: () => Container | null
  /** How many quotations are open. */
  readonly quoted: () => number
}

const DEEPEST = 100

/** Elements and directives that are open between the blocks of a Markdown file. */
export function openTagContainers(): OpenTagContainers {
  const stack: { readonly container: Container; readonly quoted: number }[] = []
  const quoted = () => stack.at(-1)?.quoted ?? 0
  const push = (name: string, attributes: ReadonlyMap<string, string>) => {
    if (stack.length >= DEEPEST) return
    const style = attributes.get('style')
    const parent = stack.at(-1)?.container ?? null
    const container = {
      name,
      hints: hintsOf(attributes, false),
      look: style === undefined ? null : lookOf({ ...PLAIN, ...readDeclarations(style) }),
      lang: attributes.get('lang') ?? null,
      parent,
      voice: speakerIn(name, attributes),
    }
    stack.push({ container, quoted: quoted() + (quotes(name) ? 1 : 0) })
  }
  const pop = (name: string) => {
    const at = stack.findLastIndex(({ container }) => container.name === name)
    if (at >= 0) stack.length = at
  }
  return {
    take: (tag) => {
      if (tag.isEnd) pop(tag.name)
      else if (!tag.isEmpty) {
        if (CLOSES_ITSELF.has(tag.name)) pop(tag.name)
        push(tag.name, tag.attributes)
      }
    },
    directive: (line, name) => {
      if (name === undefined && !line.includes('{')) {
        pop(DIRECTIVE)
        return true
      }
      push(DIRECTIVE, new Map([['class', name ?? line.replace(/[:{}."'=]/g, ' ').trim()]]))
      return false
    },
    endParagraph: () => {
      if (stack.at(-1)?.container.name === 'p') stack.pop()
    },
    current: () => stack.at(-1)?.container ?? null,
    quoted,
  }
}

/** Components in which somebody speaks say who it is. */
function speakerIn(name: string, attributes: ReadonlyMap<string, string>): string | null {
  if (BLOCKS.has(name)) return null
  const said = ['name', 'speaker', 'author', 'by', 'who', 'from'].map((key) => attributes.get(key))
  const voice = said.find((value) => value !== undefined && value.trim() !== '')
  return voice === undefined || voice.length > 100
    ? null
    : voice.replace(/^\{['"]?|['"]?\}$/g, '').trim()
}

/** No element is called so, and it is what Markdown calls them. */
const DIRECTIVE = ':::'
const CLOSES_ITSELF = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'option'])
