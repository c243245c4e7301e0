import type { Container } from '../model.ts'
import { CERTAIN_COMMENTS, ROLE_OF_ELEMENT, ROLES_OF_HINT } from './cues/roles.ts'
import type { Role } from './cues/roles.ts'
import { wordsOfHints } from './part.ts'
import type { Part } from './part.ts'

/** Where on a page a part stands. */
export interface Page {
  /** Whether it is inside the element that holds the article. */
  readonly isInBody: (part: Part) => boolean
  readonly rolesOf: (part: Part) => ReadonlySet<Role>
  /** The first and the last part of prose in the body; -1 and -2 where there is none. */
  readonly first: number
  readonly last: number
}

interface Sum {
  prose: number
  all: number
  parts: number
}

const NO_ROLES: ReadonlySet<Role> = new Set()

/** Roles that take text out of the article, unless most of the text has them. */
const OUT: readonly Role[] = ['furniture', 'comments', 'contents', 'hidden']

/** Roles of what stands beside the article's own words. */
const BESIDE: readonly Role[] = ['aside', 'caption', 'about-author', 'fact-box', 'hatnote']

/**
 * Finds the article on a page: the element that holds nearly all prose and little else. What class
 * names say is believed only of elements that hold a small part of it, for `sidebar` on the body of a
 * page says that there is one.
 */
export function lookAt(given: readonly Part[]): Page {
  const parts = withShortText(given)
  const total = sumOf(parts)
  const sums = sumsOf(parts, () => true)
  const roles = rolesOf(parts, sums, total)
  const isOut = (part: Part): boolean => OUT.some((role) => roles(part).has(role))
  const kept = sumsOf(parts, (part) => !isOut(part))
  const widest = bodyOf(kept, sumOf(parts.filter((part) => !isOut(part))))
  const body = firstOfSeveral(widest, kept)
  const inside = insideOf(body)
  const isInBody = (part: Part): boolean => inside(part.fragment.within)
  const isBeside = (part: Part): boolean => BESIDE.some((role) => roles(part).has(role))
  const prose = parts.filter(
    (part) => part.isProse && isInBody(part) && !isOut(part) && !isBeside(part),
  )
  return {
    isInBody,
    rolesOf: roles,
    first: openingOf(parts, prose[0], (part) => isOut(part) || isBeside(part))?.at ?? -1,
    last: prose.at(-1)?.at ?? -2,
  }
}

/** Below so much prose a page is short, and a sentence says what elsewhere a paragraph does. */
const SHORT_TEXT = 1200

function withShortText(parts: readonly Part[]): readonly Part[] {
  return sumOf(parts).prose < SHORT_TEXT
    ? parts.map((part) => (part.isSaid ? { ...part, isProse: true } : part))
    : parts
}

/** Where the text begins: with the first prose, or with short sentences over it in the same element. */
function openingOf(
  parts: readonly Part[],
  first: Part | undefined,
  isElsewhere: (part: Part) => boolean,
): Part | undefined {
  let opening = first
  while (opening !== undefined) {
    const before = parts[opening.at - 1]
    if (before === undefined || !before.isSaid || isElsewhere(before)) break
    if (!areSiblings(holderOf(before), holderOf(opening))) break
    opening = before
  }
  return opening
}

/** In one element, each alone in one of its elements, or the later one in a box in it. */
function areSiblings(one: Container | null, other: Container | null): boolean {
  if (one === other || one === other?.parent) return true
  return one !== null && one.name === other?.name && one.parent === other.parent
}

/** What holds a part's paragraph. */
function holderOf({ fragment: { within } }: Part): Container | null {
  let holder = within
  while (holder !== null && (holder.name === 'p' || INLINE.has(holder.name))) holder = holder.parent
  return holder
}

/** What sets words within a line, and never holds a text. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
)

function sumOf(parts: readonly Part[]): Sum {
  return parts.reduce<Sum>(
    (sum, part) => ({
      prose: sum.prose + (part.isProse ? part.weight : 0),
      all: sum.all + part.weight,
      parts: sum.parts + 1,
    }),
    { prose: 0, all: 0, parts: 0 },
  )
}

/** What each element holds, with all that is inside it. */
function sumsOf(
  parts: readonly Part[],
  counts: (part: Part) => boolean,
): ReadonlyMap<Container, Sum> {
  const sums = new Map<Container, Sum>()
  for (const part of parts) {
    if (!counts(part)) continue
    let element = part.fragment.within
    while (element !== null) {
      const sum = sums.get(element) ?? { prose: 0, all: 0, parts: 0 }
      sum.prose += part.isProse ? part.weight : 0
      sum.all += part.weight
      sum.parts += 1
      sums.set(element, sum)
      element = element.parent
    }
  }
  return sums
}

const NO_BODY: ReadonlySet<string> = new Set(['p', 'li', 'blockquote'])

const MOST_OF_TEXT = 0.8

/** Null: the page is the article. */
function bodyOf(sums: ReadonlyMap<Container, Sum>, total: Sum): Container | null {
  if (total.prose === 0) return null
  let best: Container | null = null
  let bestScore = score(total, total, false) * 1.02
  for (const [element, sum] of sums) {
    if (NO_BODY.has(element.name) || INLINE.has(element.name)) continue
    // A poem in an article is not the article; an old text that is all typed so is.
    if (element.name === 'pre' && sum.prose < MOST_OF_TEXT * total.prose) continue
    const found = score(sum, total, isNamedBody(element))
    if (found > bestScore || (found === bestScore && isInside(element, best))) {
      best = element
      bestScore = found
    }
  }
  return best
}

/** Pages that go on with the next article, and the next: only the first is what was saved. */
function firstOfSeveral(
  body: Container | null,
  sums: ReadonlyMap<Container, Sum>,
): Container | null {
  const inside = insideOf(body)
  const articles = [...sums].filter(
    ([element, sum]) =>
      element.name === 'article' && element !== body && inside(element) && sum.prose > 300,
  )
  if (articles.length > 60) return body
  const outer = articles.filter(
    ([element]) => !articles.some(([other]) => other !== element && isInside(element, other)),
  )
  const [first] = outer
  if (first === undefined || outer.length < 2 || outer.length > 50) return body
  const sum = outer.reduce((all, [, one]) => all + one.prose, 0)
  const total = body === null ? sum : (sums.get(body)?.prose ?? sum)
  // Small articles before a large one are teasers, and what is mostly outside of them is no series.
  const largest = Math.max(...outer.map(([, one]) => one.prose))
  return sum > 0.8 * total && first[1].prose > 0.35 * largest ? first[0] : body
}

/** How much of the prose it holds, and how much of what it holds is prose: their harmonic mean. */
function score(sum: Sum, total: Sum, isNamed: boolean): number {
  const recall = sum.prose / total.prose
  const precision = sum.prose / Math.max(1, sum.all)
  if (recall + precision === 0) return 0
  return ((2 * recall * precision) / (recall + precision)) * (isNamed ? 1.08 : 1)
}

const BODY_NAMES: ReadonlySet<string> = new Set(['article', 'main'])

function isNamedBody(element: Container): boolean {
  return (
    BODY_NAMES.has(element.name) ||
    element.hints.some((hint) => ROLES_OF_HINT.get(hint)?.includes('body') === true)
  )
}

function isInside(element: Container, outer: Container | null): boolean {
  let above = element.parent
  while (above !== null && above !== outer) above = above.parent
  return above !== null && outer !== null
}

function insideOf(body: Container | null): (element: Container | null) => boolean {
  if (body === null) return () => true
  const known = new Map<Container, boolean>([[body, true]])
  return (element) => {
    const chain: Container[] = []
    let above = element
    while (above !== null && !known.has(above)) {
      chain.push(above)
      above = above.parent
    }
    const isIn = above !== null && known.get(above) === true
    for (const one of chain) known.set(one, isIn)
    return isIn
  }
}

/** Roles of the element around a part and of all elements around that. */
function rolesOf(
  parts: readonly Part[],
  sums: ReadonlyMap<Container, Sum>,
  total: Sum,
): (part: Part) => ReadonlySet<Role> {
  const known = new Map<Container, ReadonlySet<Role>>()
  const common = commonWords(sums, total)
  const own = (element: Container): readonly Role[] => {
    const sum = sums.get(element) ?? { prose: 0, all: 0, parts: 0 }
    const isMuch = total.prose > 0 && sum.prose > 0.4 * total.prose && parts.length > 3
    const isMost = isMuch || sum.all > 0.5 * total.all
    const roles = ownRoles(element, common)
    if (!isMost) return roles
    const isCertain =
      sum.prose < 0.9 * total.prose && element.hints.some((hint) => CERTAIN_COMMENTS.has(hint))
    return roles.filter((role) => role === 'body' || (role === 'comments' && isCertain))
  }
  const find = (element: Container | null): ReadonlySet<Role> => {
    const chain: Container[] = []
    let above = element
    while (above !== null && !known.has(above)) {
      chain.push(above)
      above = above.parent
    }
    let roles = above === null ? NO_ROLES : (known.get(above) ?? NO_ROLES)
    for (const one of chain.toReversed()) {
      const added = own(one).filter((role) => !roles.has(role))
      if (added.length > 0) roles = new Set([...roles, ...added])
      known.set(one, roles)
    }
    return roles
  }
  return (part) => find(part.fragment.within)
}

/** Words that mean something only alone: `hidden-xs` is shown, `elementor-widget` holds text. */
const ALONE: ReadonlySet<string> = new Set([
  'hidden',
  'widget',
  'widgets',
  'next',
  'prev',
  'fn',
  'source',
  'time',
  'views',
  'noprint',
  'portal',
  'summary',
  'body',
])

function roleWords(element: Container): readonly string[] {
  return wordsOfHints(element).filter(
    (word) => ROLES_OF_HINT.has(word) && (!ALONE.has(word) || element.hints.includes(word)),
  )
}

/**
 * Words that much of the text has around it: whatever they mean elsewhere, here they name the article
 * or its paragraphs. Comments may be longer than what they comment on.
 */
function commonWords(sums: ReadonlyMap<Container, Sum>, total: Sum): ReadonlySet<string> {
  const inherited = new Map<Container, ReadonlySet<string>>()
  const above = (element: Container | null): ReadonlySet<string> =>
    element === null ? NO_WORDS : (inherited.get(element) ?? NO_WORDS)
  const prose = new Map<string, number>()
  const chain: Container[] = []
  for (const element of sums.keys()) {
    let one: Container | null = element
    while (one !== null && !inherited.has(one)) {
      chain.push(one)
      one = one.parent
    }
    while (chain.length > 0) {
      const next = chain.pop()
      if (next === undefined) break
      const outer = above(next.parent)
      const added = roleWords(next).filter((word) => !outer.has(word))
      inherited.set(next, added.length === 0 ? outer : new Set([...outer, ...added]))
      const weight = sums.get(next)?.prose ?? 0
      for (const word of new Set(added)) prose.set(word, (prose.get(word) ?? 0) + weight)
    }
  }
  const isCommon = ([word, weight]: readonly [string, number]): boolean =>
    weight > 0.4 * total.prose && ROLES_OF_HINT.get(word)?.includes('comments') !== true
  return new Set([...prose].filter(isCommon).map(([word]) => word))
}

const NO_WORDS: ReadonlySet<string> = new Set()

function ownRoles(element: Container, common: ReadonlySet<string>): readonly Role[] {
  const byName = ROLE_OF_ELEMENT.get(element.name)
  const roles = new Set<Role>(byName === undefined ? [] : [byName])
  for (const word of roleWords(element)) {
    if (common.has(word)) continue
    for (const role of ROLES_OF_HINT.get(word) ?? []) roles.add(role)
  }
  // What a longer name says outweighs its words: `author-bio` is no byline, `post-comments` no post.
  if (roles.has('about-author')) roles.delete('metadata')
  if (roles.has('notes') || roles.has('editor')) roles.delete('furniture')
  return [...roles]
}
