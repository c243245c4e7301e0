import type { Quote } from './selector.ts'

/*
 * A place in an article ⇄ the fragment of an address.
 *
 *   (nothing)                                            the top
 *   #note-42                                             an element, by its id
 *   #exact=…&until=…&prefix=…&suffix=…&layer=…&near=…    words; all but `exact` may be missing
 *
 * A fragment is written by strangers: reading one never throws, takes bounded time, and cuts
 * what is too long. This file is part of a page's first load and must stay small.
 */

export type Place =
  | { readonly type: 'top' }
  /** The id as asked for: nobody has checked that there is such a place. */
  | { readonly type: 'element'; readonly id: string }
  | ({ readonly type: 'quote' } & Quote & {
        /** The layer that says the words, as asked for; null when unknown. */
        readonly layer: string | null
        /** The id of the block or section they stood in, as asked for; null when unknown. */
        readonly near: string | null
      })

/** The longest quotation a link may carry, in UTF-16 code units. Longer ones are cut: a link must not put a page of somebody's text into the article. */
export const longestQuote = 300

const top: Place = { type: 'top' }

/** Reads the fragment of an address, with or without its `#`. */
export function parsePlace(hash: string): Place {
  // Browsers keep what follows `:~:` to themselves; one that does not know it must not make it part of an id.
  const fragment = hash.replace(/^#/, '').split(':~:', 1)[0] ?? ''
  const fields = new Map<string, string>()
  for (const field of fragment.split('&', 20)) {
    const equals = field.indexOf('=')
    // Some programs write an address into HTML and escape it once too often.
    const name = field.slice(0, Math.max(equals, 0)).replace(/^amp;/, '')
    if (!fields.has(name)) fields.set(name, decode(field.slice(equals + 1)))
  }
  const words = (name: string) => fields.get(name) ?? ''
  const layer = words('layer') || null
  const near = words('near') || null
  if (words('exact').trim() !== '')
    return {
      type: 'quote',
      exact: words('exact'),
      prefix: words('prefix'),
      suffix: words('suffix'),
      until: words('until'),
      layer,
      near,
    }
  const id = fields.has('exact') ? (near ?? '') : decode(fragment)
  return id === '' ? top : { type: 'element', id }
}

/** Writes a place as the fragment of an address, `#` included; the top is the empty string. */
export function formatPlace(place: Place): string {
  switch (place.type) {
    case 'top':
      return ''
    case 'element':
      return place.id === '' ? '' : `#${encode(place.id)}`
    case 'quote': {
      const { exact, until, prefix, suffix, layer, near } = place
      const fields = { exact, until, prefix, suffix, layer, near }
      return `#${Object.entries(fields)
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => `${name}=${encode(value ?? '')}`)
        .join('&')}`
    }
  }
}

/**
 * Percent-encoding that survives chat programs: they end a link at brackets and quotation marks, drop
 * punctuation from its end, and take stars, tildes and underscores for emphasis.
 */
function encode(value: string): string {
  return encodeURIComponent(cut(value))
    .replace(/[!'()*_~]/g, percent)
    .replace(/[.-]$/, percent)
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

function decode(value: string): string {
  // No character takes more than nine letters per code unit, so this cut never reaches what is kept.
  const bounded = value.slice(0, longestQuote * 10)
  try {
    return cut(decodeURIComponent(bounded))
  } catch {
    // A damaged escape stays as it is, the others are read.
    return cut(
      bounded.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
        try {
          return decodeURIComponent(escapes)
        } catch {
          return escapes
        }
      }),
    )
  }
}

/** At most `longestQuote` code units, without half characters. */
function cut(value: string): string {
  return value.slice(0, longestQuote).replace(/\p{Surrogate}/gu, '')
}
