import {
  archivedCopy,
  blockInlines,
  citationDate,
  directionOf,
  fold,
  inlineWords,
  isAddress,
} from '#core/article'
import type { Article, Block, Footnote, Inline, LayerId, PlaceId } from '#core/article'
import { yearsIn } from './years.ts'

/** What the source left of it; `ok`: nothing is known to be wrong. Whether an address still answers, nobody asks. */
export type SourceState = 'lost' | 'cut-off' | 'short-form' | 'mended' | 'ok'

/** A work or an address that the article cites, however often. */
export interface Source {
  /** Its own place on the overview. */
  readonly id: string
  /** As a link has it; null where there is none. */
  readonly url: string | null
  /** Whose address it is; null where there is none. For a place in this library, the empty string. */
  readonly host: string | null
  /** What the citation says, without the address; empty where it says nothing else. */
  readonly words: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** `2009`, `2009-09` or `2009-09-22`, as the citation says it; null where it does not. */
  readonly date: string | null
  /** Where a copy near that date, else near the publication, may be found. */
  readonly archived: string | null
  /** In the order in which a reader should worry; never empty. */
  readonly states: readonly SourceState[]
  readonly citations: readonly Citation[]
}

export interface Citation {
  /** The footnote, passage or block that cites it. */
  readonly place: PlaceId
  /** The footnote's number or sign; null for what is cited in the text itself. */
  readonly note: string | null
  /** The footnote's markers in the text. */
  readonly markers: readonly PlaceId[]
  readonly layer: LayerId | null
  /** The id of the heading that the block stands under. */
  readonly under: PlaceId | null
  /** What the editor says about its state. */
  readonly remark: string | null
}

/** One citation on its own, before those of the same work are put together. */
interface Cited {
  readonly url: string | null
  readonly words: string
  readonly lang: string
  readonly date: string | null
  readonly state: SourceState
  readonly archived: string | null
  readonly citation: Citation
}

/**
 * All that is cited: every footnote, every link to the outside or to another article, what a passage
 * says it was taken from, and what is known to be lost. Two citations are of one work if they have
 * the same address, or, without one, the same words; what is lost stays by itself. In the order of the text.
 */
export function sourcesOf(article: Article): readonly Source[] {
  const works = new Map<string, Cited[]>()
  for (const [at, cited] of [...citedInText(article), ...citedInNotes(article)].entries()) {
    const key = keyOf(cited, at)
    const same = works.get(key)
    if (same === undefined) works.set(key, [cited])
    else same.push(cited)
  }
  return [...works.values()].map((all, at) => together(all, `source-${at + 1}`))
}

const WORRIES: readonly SourceState[] = ['lost', 'cut-off', 'short-form', 'mended', 'ok']

function together(all: readonly Cited[], id: string): Source {
  const states = WORRIES.filter((state) => all.some((cited) => cited.state === state))
  const worries = states.filter((state) => state !== 'ok')
  // A note says what the work is; a link in the text may call it "here".
  const best = all.find(({ citation, words }) => citation.note !== null && words !== '') ?? all[0]
  const dated = all.find(({ date }) => date !== null)
  const { url = null, words = '', lang = '' } = best ?? {}
  return {
    id,
    url,
    host: url === null ? null : hostOf(url),
    words,
    lang,
    dir: directionOf(lang),
    date: dated?.date ?? null,
    archived: (dated ?? best)?.archived ?? null,
    states: worries.length === 0 ? ['ok'] : worries,
    citations: all.map(({ citation }) => citation),
  }
}

/** Fewer words than these are no title: two notes that say "Ibid." may mean two works. */
const TITLE = 4

function keyOf({ url, words, citation, state }: Cited, at: number): string {
  if (url !== null) {
    const plain = url.replace(/#.*$/u, '').replace(/\/$/u, '')
    return plain.replace(/^https?:\/\/(?:www\.)?([^/]*)/iu, (_, host: string) => host.toLowerCase())
  }
  // Nobody knows whether two lost ones were of one work.
  if (state === 'lost') return ` ${at}`
  const title = fold(words).text.match(/[\p{L}\p{N}]+/gu) ?? []
  return title.length >= TITLE ? ` ${title.join(' ')}` : ` ${citation.place} ${title.join(' ')}`
}

function hostOf(url: string): string {
  const host = /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/iu.exec(url)?.[1] ?? ''
  return host.toLowerCase().replace(/^www\./u, '')
}

// ── Footnotes ────────────────────────────────────────────────────────────────

function citedInNotes(article: Article): readonly Cited[] {
  const markers = markersIn(article)
  return article.footnotes.flatMap((footnote) => {
    const citation: Citation = {
      place: footnote.id,
      note: footnote.label,
      markers: markers.get(footnote.id) ?? [],
      layer: footnote.layer,
      under: null,
      remark: footnote.remark,
    }
    return citedInNote(footnote, article).map((cited) => ({
      ...cited,
      lang: footnote.lang ?? article.lang,
      state: footnote.status === 'whole' ? cited.state : footnote.status,
      citation: { ...citation, remark: footnote.remark ?? cited.note },
    }))
  })
}

interface CitedInNote {
  readonly url: string | null
  readonly words: string
  readonly date: string | null
  readonly archived: string | null
  readonly state: 'mended' | 'ok'
  readonly note: string | null
}

/** A note may cite several works: each address ends the words that belong to it, and the last one has the rest. */
function citedInNote({ blocks }: Footnote, article: Article): readonly CitedInNote[] {
  const pieces = piecesOf(blocks)
  const nearest = citationDate(textOf(pieces)) ?? article.source.published
  const found: CitedInNote[] = []
  let words = ''
  for (const piece of pieces) {
    if (piece.link === null) {
      words += piece.words
      continue
    }
    const { url, isMended, note } = piece.link
    if (!isAddress(piece.words)) words += piece.words
    const own = tidy(words)
    const archived = archivedCopy(url, nearest)
    found.push({ url, words: own, date: null, archived, state: isMended ? 'mended' : 'ok', note })
    words = ''
  }
  const rest = tidy(words)
  const last = found.pop()
  if (last === undefined)
    return [{ url: null, words: rest, date: dateIn(rest), archived: null, state: 'ok', note: null }]
  const all = [...found, { ...last, words: [last.words, rest].filter(Boolean).join(', ') }]
  return all.map((cited) => ({ ...cited, date: dateIn(cited.words) }))
}

function markersIn(article: Article): ReadonlyMap<PlaceId, readonly PlaceId[]> {
  const markers = new Map<PlaceId, PlaceId[]>()
  const visit = (inlines: readonly Inline[]) => {
    for (const inline of inlines) {
      if (inline.type === 'footnoteReference') {
        const known = markers.get(inline.footnote)
        if (known === undefined) markers.set(inline.footnote, [inline.id])
        else known.push(inline.id)
      }
      if ('children' in inline) visit(inline.children)
    }
  }
  for (const { heading, passages } of article.sections) {
    visit(heading?.children ?? [])
    for (const { title, blocks } of passages) visit([...title, ...blocks.flatMap(blockInlines)])
  }
  for (const { blocks } of article.footnotes) visit(blocks.flatMap(blockInlines))
  return markers
}

// ── The text itself ──────────────────────────────────────────────────────────

function citedInText(article: Article): readonly Cited[] {
  const found: Cited[] = []
  const { published } = article.source
  for (const { heading, passages } of article.sections) {
    for (const passage of passages) {
      const layer = passage.layer === 'editorial' ? null : passage.layer
      const lang = passage.lang ?? article.lang
      const title = tidy(inlineWords(passage.title, { plain: true }))
      const citing = (place: PlaceId, remark: string | null): Citation => ({
        place,
        note: null,
        markers: [],
        layer,
        under: heading?.id ?? null,
        remark,
      })
      const add = (
        place: PlaceId,
        url: string | null,
        words: string,
        state: SourceState,
        remark: string | null = null,
      ) => {
        const date = dateIn(words)
        const archived = url === null ? null : archivedCopy(url, citationDate(words) ?? published)
        found.push({ url, words, lang, date, state, archived, citation: citing(place, remark) })
      }
      const addLinks = (inlines: readonly Inline[], place: PlaceId) => {
        let before = ''
        for (const { link, words } of piecesIn(inlines)) {
          if (link === null) {
            before += words
            continue
          }
          const own = isAddress(words) ? lastSentence(before) : tidy(words)
          add(place, link.url, own, link.isMended ? 'mended' : 'ok', link.note)
          before = ''
        }
        for (const remark of lostLinks(inlines)) add(place, null, '', 'lost', remark)
      }
      if (passage.origin?.type === 'url') add(passage.id, passage.origin.url, title, 'ok')
      if (passage.origin?.type === 'lost') add(passage.id, null, title, 'lost')
      addLinks(passage.title, passage.id)
      for (const block of leavesOf(passage.blocks)) {
        const place = block.id ?? passage.id
        if (block.type !== 'lost') addLinks(blockInlines(block), place)
        else if (block.what === 'link')
          add(place, null, title, 'lost', inlineWords(block.children) || null)
      }
    }
  }
  return found
}

/** Blocks without blocks in them. */
function leavesOf(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => {
    if (block.type === 'blockquote') return leavesOf(block.children)
    if (block.type === 'list') return block.items.flatMap(leavesOf)
    return [block]
  })
}

function lostLinks(inlines: readonly Inline[]): readonly (string | null)[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'lost')
      return inline.what === 'link' ? [inlineWords(inline.children) || null] : []
    return 'children' in inline ? lostLinks(inline.children) : []
  })
}

/** Longer than this is no title. */
const LONGEST_TITLE = 160

/** What stands before an address in running text says what it is; the sentence before does not. */
function lastSentence(text: string): string {
  const sentence =
    tidy(text)
      .split(/(?<=[.!?…。؟])\s+/u)
      .at(-1) ?? ''
  return sentence.length > LONGEST_TITLE ? `…${sentence.slice(1 - LONGEST_TITLE)}` : sentence
}

// ── Words and links by turns ─────────────────────────────────────────────────

interface Piece {
  readonly words: string
  readonly link: {
    readonly url: string
    readonly isMended: boolean
    readonly note: string | null
  } | null
}

function piecesOf(blocks: readonly Block[]): readonly Piece[] {
  return blocks.flatMap((block, at) => [
    ...(at > 0 ? [{ words: ' ', link: null }] : []),
    ...piecesIn(block.type === 'lost' ? [] : blockInlines(block)),
  ])
}

/** The editor's words and lost ones are left out; so are the addresses that cite nothing: of a person, and of a place in this article. */
function piecesIn(inlines: readonly Inline[]): readonly Piece[] {
  return inlines.flatMap((inline): readonly Piece[] => {
    switch (inline.type) {
      case 'link':
      case 'mended': {
        const words = inlineWords(inline.children, { plain: true })
        if (!isCitable(inline.url)) return [{ words, link: null }]
        const isMended = inline.type === 'mended'
        return [{ words, link: { url: inline.url, isMended, note: isMended ? inline.note : null } }]
      }
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'sic':
      case 'insertion':
      case 'foreign':
        return piecesIn(inline.children)
      case 'text':
      case 'inlineCode':
      case 'break':
      case 'capitals':
        return [{ words: inlineWords([inline], { plain: true }), link: null }]
      case 'footnoteReference':
      case 'editorial':
      case 'lost':
        return []
    }
  })
}

function isCitable(url: string): boolean {
  return /^https?:|^\.\.\//iu.test(url)
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ words }) => words).join('')
}

/** Without the signs that stood between the words and the address. */
function tidy(words: string): string {
  return words
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,.;:]+/u, '')
    .replace(/[\s,;:]+$/u, '')
    .replace(/^\.$/u, '')
}

// ── Dates ────────────────────────────────────────────────────────────────────

/** The full date of a citation; else its year: one in brackets, or the last. */
function dateIn(words: string): string | null {
  const day = citationDate(words)
  if (day !== null) return day
  const years = yearsIn(words).filter(({ year }) => !year.endsWith('s'))
  const bracketed = years.find(
    ({ start, end }) => /[([]$/u.test(words.slice(0, start)) && /^[)\]]/u.test(words.slice(end)),
  )
  return (bracketed ?? years.at(-1))?.year ?? null
}

// ── Two orders ───────────────────────────────────────────────────────────────

export interface HostGroup {
  /** Null for what has no address, the empty string for this library. */
  readonly host: string | null
  readonly sources: readonly Source[]
}

/** By whose address it is, in alphabetical order; what has none comes last, in the order of the text. */
export function byHost(sources: readonly Source[]): readonly HostGroup[] {
  const hosts = [...new Set(sources.map(({ host }) => host))]
  return hosts
    .map((host) => ({ host, sources: sources.filter((source) => source.host === host) }))
    .toSorted((one, other) => {
      if (one.host === null || other.host === null) return one.host === null ? 1 : -1
      return one.host < other.host ? -1 : 1
    })
}

/** Oldest first; what is not dated comes last, in the order of the text. */
export function byDate(sources: readonly Source[]): readonly Source[] {
  return sources.toSorted((one, other) => {
    if (one.date === null || other.date === null)
      return Number(one.date === null) - Number(other.date === null)
    return one.date < other.date ? -1 : one.date > other.date ? 1 : 0
  })
}
