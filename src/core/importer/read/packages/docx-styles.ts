import type { Pace } from '../pace.ts'
import { readXml } from './xml.ts'

/** How a run or a paragraph of Word is set, as far as it tells voices apart; null where it does not say. */
export interface DocxLook {
  readonly isItalic: boolean | null
  readonly isBold: boolean | null
  readonly isStruck: boolean | null
  readonly isRaised: boolean | null
  readonly isLowered: boolean | null
  readonly isHidden: boolean | null
  readonly colour: string | null
  readonly background: string | null
  readonly isBoxed: boolean | null
  /** A border below alone is a rule. */
  readonly isRuled: boolean | null
  /** CSS pixels. */
  readonly indent: number | null
  /** Of a heading, from 1. */
  readonly outline: number | null
  /** Of a list item, from 1. */
  readonly list: number | null
}

export const NO_LOOK: DocxLook = {
  isItalic: null,
  isBold: null,
  isStruck: null,
  isRaised: null,
  isLowered: null,
  isHidden: null,
  colour: null,
  background: null,
  isBoxed: null,
  isRuled: null,
  indent: null,
  outline: null,
  list: null,
}

export interface DocxStyle {
  /** Lower case, as Word names it in English whatever the language of the program: "heading 1". */
  readonly name: string
  readonly look: DocxLook
}

/** The second wins where it says something. */
export function overLook(under: DocxLook, upper: DocxLook): DocxLook {
  return {
    isItalic: upper.isItalic ?? under.isItalic,
    isBold: upper.isBold ?? under.isBold,
    isStruck: upper.isStruck ?? under.isStruck,
    isRaised: upper.isRaised ?? under.isRaised,
    isLowered: upper.isLowered ?? under.isLowered,
    isHidden: upper.isHidden ?? under.isHidden,
    colour: upper.colour ?? under.colour,
    background: upper.background ?? under.background,
    isBoxed: upper.isBoxed ?? under.isBoxed,
    isRuled: upper.isRuled ?? under.isRuled,
    indent: upper.indent ?? under.indent,
    outline: upper.outline ?? under.outline,
    list: upper.list ?? under.list,
  }
}

/** A look with what one element of `w:rPr` or `w:pPr` says besides. */
export function withLook(
  look: DocxLook,
  name: string,
  attributes: ReadonlyMap<string, string>,
): DocxLook {
  const said = readLook(name, attributes)
  // Which list it is does not say how deep: that was said before.
  return name === 'w:numId' && said.list === 1 && (look.list ?? 0) > 1 ? look : { ...look, ...said }
}

function readLook(name: string, attributes: ReadonlyMap<string, string>): Partial<DocxLook> {
  const value = attributes.get('w:val') ?? ''
  const isOn = !/^(?:0|false|off|none|nil)$/.test(value)
  switch (name) {
    case 'w:i':
      return { isItalic: isOn }
    case 'w:b':
      return { isBold: isOn }
    case 'w:strike':
    case 'w:dstrike':
      return { isStruck: isOn }
    case 'w:vanish':
      return { isHidden: isOn }
    case 'w:vertAlign':
      return { isRaised: value === 'superscript', isLowered: value === 'subscript' }
    case 'w:color':
      return colourOf(value) === null ? {} : { colour: colourOf(value) }
    case 'w:highlight':
      return isOn ? { background: value.toLowerCase() } : {}
    case 'w:shd': {
      const fill = attributes.get('w:fill') ?? 'auto'
      return fill === 'auto' || /^f{6}$/i.test(fill) ? {} : { background: `#${fill.toLowerCase()}` }
    }
    case 'w:left':
    case 'w:top':
    case 'w:right':
      // Borders of the paragraph: `w:pBdr` has nothing else in it.
      return isOn ? { isBoxed: true } : {}
    case 'w:bottom':
      return { isRuled: isOn }
    case 'w:ind': {
      const twips = Number(attributes.get('w:left') ?? attributes.get('w:start') ?? Number.NaN)
      return Number.isFinite(twips) ? { indent: Math.max(0, Math.round(twips / 15)) } : {}
    }
    case 'w:outlineLvl': {
      const level = Number(value)
      return Number.isInteger(level) && level >= 0 && level < 6 ? { outline: level + 1 } : {}
    }
    case 'w:ilvl': {
      const level = Number(value)
      return Number.isInteger(level) && level >= 0 && level < 9 ? { list: level + 1 } : {}
    }
    case 'w:numId':
      return value === '0' ? { list: 0 } : { list: 1 }
    default:
      return {}
  }
}

function colourOf(value: string): string | null {
  return /^[0-9a-f]{6}$/i.test(value) && !/^0{6}$/.test(value) ? `#${value.toLowerCase()}` : null
}

const LONGEST_CHAIN = 20

/** The styles of a document by their id, each with what it takes over from others. */
export async function readDocxStyles(
  bytes: Uint8Array | null,
  pace: Pace,
): Promise<ReadonlyMap<string, DocxStyle>> {
  const own = new Map<string, { name: string; basedOn: string | null; look: DocxLook }>()
  let style: { name: string; basedOn: string | null; look: DocxLook } | null = null
  const handler = {
    onOpen: (name: string, attributes: ReadonlyMap<string, string>) => {
      if (name === 'w:style') {
        style = { name: '', basedOn: null, look: NO_LOOK }
        own.set(attributes.get('w:styleId') ?? '', style)
      } else if (style === null) return
      else if (name === 'w:name') style.name = (attributes.get('w:val') ?? '').toLowerCase()
      else if (name === 'w:basedOn') style.basedOn = attributes.get('w:val') ?? null
      else style.look = withLook(style.look, name, attributes)
    },
    onClose: (name: string) => {
      if (name === 'w:style') style = null
    },
    onText: () => {},
  }
  if (bytes !== null) await readXml(bytes, handler, 100, pace)
  const styles = new Map<string, DocxStyle>()
  for (const [id, { name, basedOn, look }] of own) {
    let whole = look
    let base = basedOn
    for (let depth = 0; base !== null && depth < LONGEST_CHAIN; depth += 1) {
      const under = own.get(base)
      if (under === undefined) break
      whole = overLook(under.look, whole)
      base = under.basedOn
    }
    // Colours of links tell them from other words, not one voice from another.
    const isLink = /^(?:followed ?hyperlink|hyperlink|(?:visited )?internet link)$/.test(name)
    styles.set(id, { name, look: isLink ? { ...whole, colour: null } : whole })
  }
  return styles
}
