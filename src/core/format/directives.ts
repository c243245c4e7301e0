import { isWebAddress } from '#core/article'

/*
 * The directives, as data. Everything that reads or writes one asks here what it may be.
 */

export type DirectiveForm = 'container' | 'leaf' | 'text'

export interface AttributeRule {
  readonly required: boolean
  /** What to write, as the end of a sentence. */
  readonly expected: string
  readonly accepts: (value: string) => boolean
}

export interface DirectiveRule {
  readonly name: string
  readonly form: DirectiveForm
  /**
   * - `passage`: a run of blocks of one voice, at the top level only
   * - `block`: one block, wherever blocks stand
   * - `anchor`: names the block after it
   * - `inline`: inside a line
   */
  readonly role: 'passage' | 'block' | 'anchor' | 'inline'
  /** The words in brackets. */
  readonly label: 'required' | 'optional' | 'none'
  readonly attributes: Readonly<Record<string, AttributeRule>>
}

/** The kinds of loss that `lost` can name. */
export const LOST_THINGS = ['link', 'insert', 'note', 'text'] as const

const id: AttributeRule = {
  required: false,
  expected: 'an id of letters, digits, dots, hyphens and underscores, e.g. `#the-drilling`',
  accepts: (value) => /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*$/u.test(value),
}
const layer: AttributeRule = {
  required: false,
  expected: 'the id of a layer that the front matter declares',
  accepts: (value) => value !== '',
}
const lang: AttributeRule = {
  required: false,
  expected: 'a language tag such as `de` or `zh-Hant`',
  accepts: isLanguageTag,
}
const border: AttributeRule = {
  required: false,
  expected: '`uncertain`, or leave the attribute out',
  accepts: (value) => value === 'uncertain',
}
const origin: AttributeRule = {
  required: false,
  expected: '`lost` or a web address',
  accepts: (value) => value === 'lost' || isWebAddress(value),
}
const note: AttributeRule = {
  required: false,
  expected: 'a sentence of the editor’s',
  accepts: (value) => value !== '',
}
const what: AttributeRule = {
  required: true,
  expected: 'what was lost: `link`, `insert`, `note` or `text`',
  accepts: (value) => LOST_THINGS.some((thing) => thing === value),
}

const passage = { id, lang, origin, start: border, end: border }

const DIRECTIVES: readonly DirectiveRule[] = [
  {
    name: 'commentary',
    form: 'container',
    role: 'passage',
    label: 'optional',
    attributes: { ...passage, layer },
  },
  {
    name: 'background',
    form: 'container',
    role: 'passage',
    label: 'optional',
    attributes: { ...passage, layer },
  },
  {
    name: 'about-author',
    form: 'container',
    role: 'passage',
    label: 'optional',
    attributes: { ...passage, layer },
  },
  { name: 'editorial', form: 'container', role: 'passage', label: 'optional', attributes: passage },
  {
    name: 'figure',
    form: 'container',
    role: 'block',
    label: 'none',
    attributes: {
      id,
      src: {
        required: true,
        expected:
          'the name of an image file in the article’s folder (png, jpg, webp, avif, gif or svg), or lost',
        accepts: (value) =>
          value === 'lost' ||
          /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*\.(?:png|jpe?g|webp|avif|gif|svg)$/iu.test(value),
      },
      // Not `required` here: a figure without it has a message of its own.
      alt: { required: false, expected: 'what the image shows', accepts: () => true },
    },
  },
  { name: 'lost', form: 'leaf', role: 'block', label: 'optional', attributes: { id, what } },
  { name: 'anchor', form: 'leaf', role: 'anchor', label: 'none', attributes: { id } },
  { name: 'lost', form: 'text', role: 'inline', label: 'optional', attributes: { what } },
  { name: 'insertion', form: 'text', role: 'inline', label: 'required', attributes: { layer } },
  { name: 'editorial', form: 'text', role: 'inline', label: 'required', attributes: {} },
  { name: 'sic', form: 'text', role: 'inline', label: 'required', attributes: { note } },
  {
    name: 'mended',
    form: 'text',
    role: 'inline',
    label: 'required',
    attributes: {
      note,
      href: { required: true, expected: 'the mended web address', accepts: isWebAddress },
    },
  },
  {
    name: 'capitals',
    form: 'text',
    role: 'inline',
    label: 'required',
    attributes: {
      plain: {
        required: true,
        expected: 'the word without the capitals',
        accepts: (value) => value !== '',
      },
    },
  },
  {
    name: 'foreign',
    form: 'text',
    role: 'inline',
    label: 'required',
    attributes: { lang: { ...lang, required: true } },
  },
]

const byFormAndName = new Map(DIRECTIVES.map((rule) => [`${rule.form} ${rule.name}`, rule]))

export function findDirective(form: DirectiveForm, name: string): DirectiveRule | null {
  return byFormAndName.get(`${form} ${name}`) ?? null
}

/** The forms in which a name can be written, as an author writes them. */
export function formsOf(name: string): readonly string[] {
  return DIRECTIVES.filter((rule) => rule.name === name).map((rule) => {
    switch (rule.form) {
      case 'container':
        return `\`:::${name}\` … \`:::\``
      case 'leaf':
        return `\`::${name}\` on a line of its own`
      case 'text':
        return `\`:${name}[…]\` inside a line`
    }
  })
}

export function isLanguageTag(value: string): boolean {
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,8}$/u.test(value)) return false
  try {
    return Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}
