/** What somebody operates; its words are the page's. */
export const controlElements = new Set(['button', 'label', 'option', 'optgroup', 'legend'])

export function quotes(name: string): boolean {
  return name === 'blockquote'
}

/** Attributes whose words say what an element is for. */
const TELLING = [
  'class',
  'id',
  'role',
  'itemprop',
  'rel',
  'epub:type',
  'property',
  'data-component',
  'data-testid',
  'data-type',
  'aria-label',
]
const MOST_HINTS = 32
const LONGEST_HINT = 80

/** Words of the attributes that name things, lower case, each once; `hidden` where it is not shown. */
export function hintsOf(
  attributes: ReadonlyMap<string, string>,
  isHidden: boolean,
): readonly string[] {
  const hints = new Set<string>()
  if (isHidden) hints.add('hidden')
  for (const name of TELLING) {
    const value = attributes.get(name)
    if (value === undefined) continue
    for (const word of value.slice(0, 2000).toLowerCase().split(/\s+/)) {
      if (word !== '' && word.length <= LONGEST_HINT && hints.size < MOST_HINTS) hints.add(word)
    }
  }
  return hints.size === 0 ? NONE : [...hints]
}

const NONE: readonly string[] = []
