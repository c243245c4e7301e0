import { Tokenizer } from 'htmlparser2'
import type { Mark } from '../../model.ts'
import { append } from '../fragments.ts'
import { labelIn } from '../html/links.ts'
import { BY_ADDRESS, marksOf } from '../html/marks.ts'
import { PLAIN, readDeclarations } from '../html/styles.ts'
import { bareAddressAt, destinationAt, LONGEST_LABEL, normalLabel } from './destinations.ts'
import { emphasis } from './emphasis.ts'
import { tagAt } from './tags.ts'
import type { Tag } from './tags.ts'

interface Bracket {
  readonly at: number
  readonly isImage: boolean
  readonly bookmark: ReturnType<ReturnType<typeof emphasis>['bookmark']>
  /** Another bracket stands in it, so that it is no label. */
  hasInner: boolean
}

export interface InlineMarks {
  readonly marks: readonly Mark[]
  readonly pictures: number
}

/**
 * What Markdown and HTML mark in the words of one block. Offsets count in `text`.
 *
 * @param definitions addresses by label, of the whole file
 */
export function inlineMarks(text: string, definitions: ReadonlyMap<string, string>): InlineMarks {
  const marks: Mark[] = []
  const runs = emphasis()
  const brackets: Bracket[] = []
  /** Brackets below this one may no longer become links: a link stands in them. */
  let inactive = 0
  const ticks = tickRuns(text)
  const openTags: { readonly tag: Tag; readonly from: number }[] = []
  let pictures = 0
  // Where nothing closes any more, nobody looks for it again.
  let noTagAfter = Infinity
  let noCommentEndAfter = Infinity
  let nextTagEnd = -1
  let noAddressBefore = 0
  const picture = (at: number, shown: string) => {
    pictures += 1
    marks.push({ type: 'picture', value: shown.trim(), from: at, to: at })
  }
  const syntax = (from: number, to: number, value: string | null = null) => {
    if (to > from) marks.push({ type: 'syntax', value, from, to })
  }
  const mark = (type: Mark['type'], from: number, to: number, value: string | null = null) => {
    if (to > from) marks.push({ type, value, from, to })
  }

  /** @returns where reading goes on */
  const readTag = (at: number): number => {
    if (text.startsWith('<!--', at)) {
      const end = at > noCommentEndAfter ? -1 : text.indexOf('-->', at + 4)
      if (end < 0) {
        noCommentEndAfter = Math.min(noCommentEndAfter, at)
        return at + 1
      }
      syntax(at, end + 3)
      return end + 3
    }
    if (nextTagEnd < at && at <= noTagAfter) nextTagEnd = text.indexOf('>', at)
    const close = at > noTagAfter ? -1 : nextTagEnd
    if (close < 0) {
      noTagAfter = Math.min(noTagAfter, at)
      return at + 1
    }
    const address = close - at < 1000 ? AUTOLINK.exec(text.slice(at, close + 1)) : null
    if (address !== null) {
      syntax(at, at + 1)
      mark(
        'link',
        at + 1,
        close,
        (address[2] === undefined ? '' : 'mailto:') + text.slice(at + 1, close),
      )
      syntax(close, close + 1)
      return close + 1
    }
    const tag = tagAt(text, at, text.length)
    if (tag === null) return at + 1
    syntax(at, tag.to)
    if (tag.name === 'img' && !tag.isEnd) picture(at, tag.attributes.get('alt') ?? '')
    if (tag.isEnd) closeTag(tag.name, at)
    else if (!tag.isEmpty && openTags.length < 50) openTags.push({ tag, from: tag.to })
    return tag.to
  }
  const closeTag = (name: string, to: number) => {
    const at = openTags.findLastIndex((open) => open.tag.name === name)
    const open = openTags[at]
    if (open === undefined) return
    openTags.length = at
    const style = open.tag.attributes.get('style')
    const kinds = marksOf(
      name,
      open.tag.attributes,
      style === undefined ? PLAIN : readDeclarations(style),
      false,
    )
    for (const { type, value } of kinds) {
      if (type !== 'noteref') mark(type, open.from, to, value)
      else {
        const label = labelIn(text.slice(open.from, to), value === BY_ADDRESS)
        if (label !== null) mark(type, open.from, to, label)
      }
    }
    const id = open.tag.attributes.get('id') ?? open.tag.attributes.get('name')
    if (id !== undefined) marks.push({ type: 'anchor', value: id, from: open.from, to: open.from })
  }

  const openBracket = (at: number): number => {
    const isImage = text[at - 1] === '!' && text[at] === '['
    const label = isImage ? null : noteLabelAt(text, at)
    if (label !== null) {
      mark('noteref', at, label.to, label.label)
      return label.to
    }
    const outer = brackets.at(-1)
    if (outer !== undefined) outer.hasInner = true
    brackets.push({ at, isImage, bookmark: runs.bookmark(), hasInner: false })
    return at + 1
  }
  const closeBracket = (at: number): number => {
    const open = brackets.pop()
    if (open === undefined) return at + 1
    if (!open.isImage && brackets.length < inactive) {
      inactive = brackets.length
      return at + 1
    }
    const target = targetOf(text, open, at, definitions)
    if (target === null) return at + 1
    const inner = runs.settle(open.bookmark)
    if (open.isImage) {
      picture(open.at - 1, text.slice(open.at + 1, at))
      syntax(open.at - 1, target.to)
      return target.to
    }
    append(marks, inner)
    syntax(open.at, open.at + 1)
    mark('link', open.at + 1, at, target.url)
    syntax(at, target.to)
    inactive = brackets.length
    return target.to
  }

  for (let at = 0; at < text.length;) {
    const character = text[at] ?? ''
    switch (character) {
      case '\\':
        if (ESCAPABLE.test(text[at + 1] ?? '')) {
          syntax(at, at + 1)
          at += 2
        } else at += 1
        break
      case '`': {
        const end = ticks.endOf(at)
        const length = ticks.lengthAt(at)
        if (end === null) at += length
        else {
          syntax(at, at + length)
          mark('code', at + length, end)
          syntax(end, end + length)
          at = end + length
        }
        break
      }
      case '*':
      case '_':
      case '~': {
        let to = at + 1
        while (text[to] === character) to += 1
        runs.add(character, at, to, characterBefore(text, at), characterAt(text, to))
        at = to
        break
      }
      case '<':
        at = readTag(at)
        break
      case '[':
        at = openBracket(at)
        break
      case ']':
        at = closeBracket(at)
        break
      case '&': {
        const reference = REFERENCE.exec(text.slice(at, at + 40))?.[0]
        const meant = reference === undefined ? null : characterMeant(reference)
        if (reference === undefined || meant === null) at += 1
        else {
          syntax(at, at + reference.length, meant)
          at += reference.length
        }
        break
      }
      case '{': {
        const shortcode = shortcodeAt(text, at)
        if (shortcode !== null) syntax(at, shortcode)
        at = shortcode ?? at + 1
        break
      }
      case 'h': {
        const isWithin = at < noAddressBefore || /[\w/]/.test(text[at - 1] ?? '')
        const address = isWithin ? null : bareAddressAt(text, at)
        const url = address?.url ?? null
        if (url !== null) mark('link', at, at + url.length, url)
        else if (address !== null) noAddressBefore = address.end
        at += url?.length ?? 1
        break
      }
      default:
        at += 1
    }
  }
  append(marks, runs.settle(null))
  return { marks, pictures }
}

const AUTOLINK = /^<(?:([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)|([\w.+-]+@[a-z0-9.-]+))>$/i
const ESCAPABLE = /^[!-/:-@[-`{-~\n]$/
const REFERENCE = /^&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/i

/** What `&#8220;` or `&nbsp;` stands for; null where it stands for nothing. */
function characterMeant(reference: string): string | null {
  let meant = ''
  const nothing = () => {}
  const tokenizer = new Tokenizer(
    {},
    {
      ontextentity: (codePoint) => {
        meant += String.fromCodePoint(codePoint)
      },
      ontext: nothing,
      onattribdata: nothing,
      onattribend: nothing,
      onattribentity: nothing,
      onattribname: nothing,
      oncdata: nothing,
      onclosetag: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onopentagname: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  )
  tokenizer.write(reference)
  tokenizer.end()
  return meant === '' ? null : meant
}

/** `{{< figure >}}`, `{% note %}`, `{: .class}`: words to the site's generator. */
function shortcodeAt(text: string, at: number): number | null {
  const close = text.startsWith('{%', at)
    ? '%}'
    : text.startsWith('{{<', at) || text.startsWith('{{%', at) || text.startsWith('{{', at)
      ? '}}'
      : text.startsWith('{:', at) || text.startsWith('{#', at)
        ? '}'
        : null
  if (close === null) return null
  const end = text.slice(at + 2, at + 500).indexOf(close)
  return end < 0 ? null : at + 2 + end + close.length
}

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1)
  return at > 1 && low >= 0xdc00 && low <= 0xdfff
    ? text.slice(at - 2, at)
    : text.slice(Math.max(0, at - 1), at)
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

/** `[^label]`; a label has no white space, and no more than GitHub allows. */
function noteLabelAt(
  text: string,
  at: number,
): { readonly label: string; readonly to: number } | null {
  if (text[at + 1] !== '^') return null
  const from = at + 2
  for (let to = from; to < Math.min(text.length, from + LONGEST_LABEL + 1); to += 1) {
    const character = text[to] ?? ''
    if (character === ']') return to > from ? { label: text.slice(from, to), to: to + 1 } : null
    if (/[\s[]/.test(character)) return null
  }
  return null
}

function targetOf(
  text: string,
  open: Bracket,
  at: number,
  definitions: ReadonlyMap<string, string>,
): { readonly url: string; readonly to: number } | null {
  const next = text[at + 1]
  if (next === '(') {
    const destination = destinationAt(text, at + 1)
    if (destination !== null) return destination
  }
  if (definitions.size === 0) return null
  if (next === '[') {
    const end = text.slice(at + 2, at + 2 + LONGEST_LABEL).search(/[[\]]/)
    if (end > 0 && text[at + 2 + end] === ']') {
      const url = definitions.get(normalLabel(text.slice(at + 2, at + 2 + end)))
      return url === undefined ? null : { url, to: at + 3 + end }
    }
  }
  if (open.hasInner || at - open.at > LONGEST_LABEL) return null
  const url = definitions.get(normalLabel(text.slice(open.at + 1, at)))
  return url === undefined ? null : { url, to: at + (text.startsWith('[]', at + 1) ? 3 : 1) }
}

/** Runs of backticks; each is closed by the next of the same length. */
function tickRuns(text: string) {
  const starts = new Map<number, number[]>()
  const lengths = new Map<number, number>()
  for (let at = text.indexOf('`'); at >= 0;) {
    let to = at + 1
    while (text[to] === '`') to += 1
    lengths.set(at, to - at)
    const same = starts.get(to - at) ?? []
    same.push(at)
    starts.set(to - at, same)
    at = text.indexOf('`', to)
  }
  const passed = new Map<number, number>()
  const lengthAt = (at: number) => lengths.get(at) ?? 1
  return {
    lengthAt,
    endOf: (at: number): number | null => {
      const length = lengthAt(at)
      const same = starts.get(length) ?? []
      let next = passed.get(length) ?? 0
      while (next < same.length && (same[next] ?? 0) <= at) next += 1
      passed.set(length, next)
      return same[next] ?? null
    },
  }
}
