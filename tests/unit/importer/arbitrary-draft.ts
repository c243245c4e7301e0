import fc from 'fast-check'
import {
  SEGMENT_CLASSES,
  startDraft,
  type Draft,
  type Fragment,
  type Mark,
  type Material,
  type Reference,
  type Segment,
  type SegmentClass,
} from '#core/importer'

/*
 * Any draft that could come of a repost: words full of signs that mean something in Markdown or to a
 * browser, every kind of fragment and mark, every class, borders in the middle of words, markers with
 * and without definitions.
 */

const HOSTILE = [
  '1.',
  '2)',
  '-',
  '—',
  '•',
  '+',
  '#',
  '##',
  '>',
  '```',
  ':::',
  '::lost',
  ':sic[x]',
  '[^1]',
  '[^1]:',
  '[1]',
  '(2)',
  '¹',
  '*',
  '**',
  '_',
  '<b>',
  '<script>alert(1)</script>',
  '&amp;',
  '---',
  '***',
  '===',
  'http://a.example',
  'javascript:alert(1)',
  'www.a.example',
  'a@b.example',
  '![x](y)',
  '[x]:',
  '|',
  '\\',
  '{#id}',
  '~~',
  '$',
  '10:30',
  'Iran:Israel',
  'слово:другое',
  '灯塔',
  'مصباح',
  '🙂',
  'e\u0301',
  'a\u00a0b',
  '\u200b',
  '\ud800',
  '\u0007',
  'IRAN',
  '__proto__',
  '\u2028',
  '% &',
  '"quoted"',
  "it's",
]
/** Names as such, and as a later hand has set them. */
const NAMES = [
  'so Rome',
  'ROME',
  'ROME’S',
  'in Paris',
  'PARIS',
  'at Kyiv',
  'KYIV',
  'to Oslo',
  'OSLO',
  'OSLO-ROME',
]

const word = fc.oneof(
  { weight: 5, arbitrary: fc.stringMatching(/^[a-z]{1,7}$/) },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9:*_[\]{}#`<>&~|\\!+.@/"'()=$^-]{1,6}$/) },
)
const MARKS: readonly Mark['type'][] = [
  'emphasis',
  'strong',
  'delete',
  'code',
  'superscript',
  'link',
  'colour',
  'anchor',
  'picture',
  'noteref',
  'syntax',
]
const atom = fc.record({
  word,
  gap: fc.constantFrom(' ', ' ', ' ', '', '\n', '  '),
  mark: fc.option(fc.constantFrom(...MARKS), { nil: null, freq: 4 }),
  url: fc.constantFrom(
    'https://a.example/x?y=1&z=(2)#q',
    'javascript:alert(1)',
    'http://b.example/"><b>',
    'mailto:a@b.example',
    '#top',
    '../other/',
    'data:text/html,x',
    null,
  ),
  /** Whether a new segment begins here. */
  cut: fc.boolean(),
  role: fc.constantFrom('words', 'words', 'words', 'words', 'marker', 'mended'),
})
const KINDS: readonly Fragment['kind'][] = [
  'paragraph',
  'paragraph',
  'paragraph',
  'heading',
  'list-item',
  'list-item',
  'table-row',
  'caption',
  'code',
  'front-matter',
  'link-definition',
  'footnote-definition',
  'control',
]
const fragment = fc.record({
  kind: fc.constantFrom(...KINDS),
  depth: fc.integer({ min: 0, max: 6 }),
  number: fc.constantFrom(null, null, 1, 2, 7),
  atoms: fc.array(atom, { minLength: 1, maxLength: 8 }),
  isCut: fc.boolean(),
})
const nature = fc.record({
  class: fc.constantFrom<SegmentClass>(...SEGMENT_CLASSES, 'original', 'original'),
  voice: fc.constantFrom(null, null, 'Ann', 'Bob: [B]', ' '),
  confidence: fc.constantFrom('sure' as const, 'likely' as const, 'guess' as const),
  uncertain: fc.subarray(['start', 'end'] as const),
  lost: fc.constantFrom(
    null,
    null,
    null,
    null,
    'link' as const,
    'insert' as const,
    'note' as const,
  ),
  label: fc.constantFrom('1', '2', '3', '*', 'a', 'A', null, '1 2', '[x', '9'),
  state: fc.constantFrom('whole' as const, 'cut-off' as const, 'short' as const),
})

const about = fc.record({
  title: fc.option(
    fc.array(word, { maxLength: 3 }).map((words) => words.join(' ')),
    { nil: null },
  ),
  authors: fc.array(word, { maxLength: 2 }),
  published: fc.constantFrom(null, '2013-06-23T14:00:05Z', 'June 23, 2013', 'yesterday', '2013'),
  url: fc.constantFrom(null, 'https://a.example/', 'javascript:alert(1)', 'nowhere'),
  lang: fc.constantFrom(null, 'en', 'ar', 'xx_YY', '!!'),
})

interface Parts {
  readonly format: Material['format']
  readonly fragments: readonly (typeof fragment extends fc.Arbitrary<infer T> ? T : never)[]
  readonly natures: readonly (typeof nature extends fc.Arbitrary<infer T> ? T : never)[]
  readonly about: Material['about']
}

export const anyDraft: fc.Arbitrary<Draft> = fc
  .record({
    format: fc.constantFrom('text' as const, 'markdown' as const, 'html' as const),
    fragments: fc.array(fragment, { minLength: 1, maxLength: 8 }),
    natures: fc.array(nature, { minLength: 24, maxLength: 24 }),
    about,
  })
  .map(draftOf)

function draftOf({ format, fragments: blueprints, natures, about }: Parts): Draft {
  let text = ''
  const fragments: Fragment[] = []
  const stretches: { from: number; to: number }[] = []
  const references: { from: number; to: number }[] = []
  const mended: { from: number; to: number; url: string }[] = []
  for (const { kind, depth, number, atoms, isCut } of blueprints) {
    if (text !== '') text += '\n\n'
    const marks: Mark[] = []
    const start = text.length
    let from = start
    for (const [index, { word: written, gap, mark, url, cut, role }] of atoms.entries()) {
      if (index > 0 && isCut && cut && text.trimEnd().length > from) {
        stretches.push({ from, to: text.trimEnd().length })
        from = text.length
      }
      const at = { from: text.length, to: text.length + written.length }
      text += written
      if (mark !== null)
        marks.push({ ...at, type: mark, value: mark === 'link' || mark === 'picture' ? url : null })
      if (role === 'marker') references.push(at)
      if (role === 'mended') mended.push({ ...at, url: url ?? 'https://a.example/mended' })
      if (index < atoms.length - 1) text += gap
    }
    if (text.trim() === '') continue
    fragments.push({
      kind,
      depth,
      number,
      quoted: 0,
      indent: 0,
      within: null,
      marks,
      from: start,
      to: text.length,
    })
    stretches.push({ from, to: text.length })
  }
  const segments = stretches
    .filter(({ from, to }) => text.slice(from, to).trim() !== '')
    .map(({ from, to }, index): Segment => {
      const of = natures[index % natures.length]
      if (of === undefined) throw new Error('There are no natures.')
      const isNote = of.class === 'footnote-definition'
      return {
        ...of,
        from,
        to,
        label: isNote ? of.label : null,
        state: isNote ? of.state : null,
        cue: { id: 'test', found: null },
      }
    })
  const notes = segments.flatMap(({ class: is }, index) =>
    is === 'footnote-definition' ? [index] : [],
  )
  const linked = references.map((at, index): Reference => {
    const definition =
      notes.length === 0 || index % 4 === 3 ? null : (notes[index % notes.length] ?? null)
    const label =
      definition === null ? text.slice(at.from, at.to) : (segments[definition]?.label ?? '7')
    return { ...at, label, definition }
  })
  const material: Material = { format, text, fragments, about, notices: [] }
  return startDraft(material, { segments, references: linked, mended, missing: [], about })
}
