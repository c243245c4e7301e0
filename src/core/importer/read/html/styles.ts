import type { Look } from '../../model.ts'

/** What of a style matters for telling voices apart. */
export interface Style {
  readonly colour: string | null
  readonly background: string | null
  readonly isBoxed: boolean
  readonly isHidden: boolean
  /** Null where it does not say; false undoes what the element's name does. */
  readonly isItalic: boolean | null
  readonly isBold: boolean | null
  readonly isRaised: boolean
  readonly isLowered: boolean
  readonly isStruck: boolean
  /** CSS pixels by which it is set in. */
  readonly indent: number
}

export const PLAIN: Style = {
  colour: null,
  background: null,
  isBoxed: false,
  isHidden: false,
  isItalic: null,
  isBold: null,
  isRaised: false,
  isLowered: false,
  isStruck: false,
  indent: 0,
}

/** Declarations of a `style` attribute or of a rule. What is not understood is passed over. */
export function readDeclarations(css: string): Style {
  let style = PLAIN
  for (const declaration of css.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration
      .slice(colon + 1)
      .replace('!important', '')
      .trim()
      .toLowerCase()
    if (value !== '') style = { ...style, ...readDeclaration(name, value) }
  }
  return style
}

function readDeclaration(name: string, value: string): Partial<Style> {
  switch (name) {
    case 'color':
      return isAsAround(value) ? {} : { colour: value }
    case 'background-color':
    case 'background':
      return isNothing(value) || isPaper(value) ? {} : { background: value }
    case 'border':
    case 'border-left':
    case 'border-inline-start':
    case 'border-top':
    case 'box-shadow':
      return isNothing(value) ? {} : { isBoxed: true }
    case 'display':
      return value === 'none' ? { isHidden: true } : {}
    case 'visibility':
      return value === 'hidden' ? { isHidden: true } : {}
    case 'font-style':
      return { isItalic: value === 'italic' || value === 'oblique' }
    case 'font-weight':
      return { isBold: value.startsWith('bold') || Number(value) >= 600 }
    case 'vertical-align':
      return { isRaised: value === 'super', isLowered: value === 'sub' }
    case 'text-decoration':
    case 'text-decoration-line':
      return { isStruck: value.includes('line-through') }
    case 'margin':
    case 'padding':
      return { indent: lengthOf(value.split(' ').at(3) ?? value.split(' ').at(1) ?? value) }
    case 'margin-left':
    case 'margin-inline-start':
    case 'padding-left':
    case 'padding-inline-start':
      return { indent: lengthOf(value) }
    default:
      return {}
  }
}

function isNothing(value: string): boolean {
  return /^(?:none|0(?:px|pt|em)?|transparent|inherit|initial|unset|revert|hidden|medium none)(?![\w.%])/.test(
    value,
  )
}

function isAsAround(value: string): boolean {
  return /^(?:inherit|initial|unset|revert|currentcolor|windowtext|canvastext|var\(.*)$/.test(value)
}

/** White is the page itself, and what cannot be seen is nothing. */
function isPaper(value: string): boolean {
  return (
    value.includes('url(') ||
    /^(?:white|#fff|#ffffff|rgb\(255, ?255, ?255\)|inherit|initial|unset|revert|canvas|var\(.*)$/.test(
      value,
    ) ||
    /^rgba\((?:\d{1,3}, ?){3}0(?:\.0{1,9})?\)/.test(value)
  )
}

/** In CSS pixels; 0 where it depends on what we do not lay out. */
function lengthOf(value: string): number {
  const number = Number.parseFloat(value)
  if (!Number.isFinite(number) || number < 0) return 0
  if (value.endsWith('px')) return number
  if (value.endsWith('em')) return number * 16
  if (value.endsWith('pt')) return (number * 4) / 3
  if (value.endsWith('in')) return number * 96
  if (value.endsWith('cm')) return number * 37.8
  return 0
}

export function lookOf(style: Style): Look | null {
  const { colour, background, isBoxed } = style
  return colour === null && background === null && !isBoxed ? null : { colour, background, isBoxed }
}

/** The second wins where it says something. */
export function over(under: Style, upper: Style): Style {
  if (under === PLAIN) return upper
  if (upper === PLAIN) return under
  return {
    colour: upper.colour ?? under.colour,
    background: upper.background ?? under.background,
    isBoxed: upper.isBoxed || under.isBoxed,
    isHidden: upper.isHidden || under.isHidden,
    isItalic: upper.isItalic ?? under.isItalic,
    isBold: upper.isBold ?? under.isBold,
    isRaised: upper.isRaised || under.isRaised,
    isLowered: upper.isLowered || under.isLowered,
    isStruck: upper.isStruck || under.isStruck,
    indent: upper.indent || under.indent,
  }
}

/** Styles by class or name of element, out of style sheets that stand in the page. */
export interface StyleSheet {
  readonly add: (css: string) => void
  /** @param classes as they stand in the attribute */
  readonly styleOf: (name: string, classes: readonly string[]) => Style
}

const MOST_RULES = 5000
/** `.note`, `p.note`, `p`: what needs no knowledge of the elements around. */
const SIMPLE = /^(?:[a-z][a-z0-9]*)?(?:\.[\w-]+)?$/i

export function styleSheet(): StyleSheet {
  const rules = new Map<string, Style>()
  const add = (css: string) => {
    for (const { selectors, body } of plainRules(css)) {
      if (rules.size > MOST_RULES) return
      const style = readDeclarations(body)
      if (Object.entries(style).every(([key, value]) => value === Reflect.get(PLAIN, key))) continue
      for (const selector of selectors.split(',')) {
        const name = selector.trim()
        if (name !== '' && name.length < 100 && SIMPLE.test(name)) {
          rules.set(name, over(rules.get(name) ?? PLAIN, style))
        }
      }
    }
  }
  const styleOf = (name: string, classes: readonly string[]) => {
    if (rules.size === 0) return PLAIN
    let style = rules.get(name) ?? PLAIN
    for (const one of classes) {
      style = over(style, rules.get(`.${one}`) ?? PLAIN)
      style = over(style, rules.get(`${name}.${one}`) ?? PLAIN)
    }
    return style
  }
  return { add, styleOf }
}

/** Rules that hold always: what stands in `@media` and the like may be for paper or for the night. */
function* plainRules(css: string): Generator<{ selectors: string; body: string }> {
  let at = 0
  // Each is looked for again only once it has been passed.
  let open = css.indexOf('{')
  let comment = css.indexOf('/*')
  while (at < css.length) {
    if (open < at) open = css.indexOf('{', at)
    if (open < 0) return
    if (comment >= 0 && comment < at) comment = css.indexOf('/*', at)
    if (comment >= 0 && comment < open) {
      const end = css.indexOf('*/', comment + 2)
      if (end < 0) return
      at = end + 2
      continue
    }
    const before = css.slice(at, open)
    const selectors = before.slice(before.lastIndexOf(';') + 1).trim()
    if (selectors.startsWith('@')) {
      at = endOfBlock(css, open)
      continue
    }
    const close = css.indexOf('}', open)
    if (close < 0) return
    yield { selectors: selectors.replace('<!--', ''), body: css.slice(open + 1, close) }
    at = close + 1
  }
}

function endOfBlock(css: string, open: number): number {
  let depth = 0
  for (let at = open; at < css.length; at += 1) {
    const character = css[at]
    if (character === '{') depth += 1
    if (character === '}') depth -= 1
    if (depth === 0) return at + 1
  }
  return css.length
}
