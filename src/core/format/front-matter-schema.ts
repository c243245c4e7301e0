import * as v from 'valibot'
import { isWebAddress, withoutDirectionSigns } from '#core/article'
import { isLanguageTag } from './directives.ts'

/*
 * What may stand in the front matter. The message of every check is what to write, as the end of
 * the sentence "Write here …".
 */

const words = (expected: string) =>
  v.pipe(
    v.string(expected),
    v.check((value) => value.trim() !== '', expected),
  )
/** What is shown in lists and sentences. */
const name = (expected: string) =>
  v.pipe(
    v.string(expected),
    v.transform(withoutDirectionSigns),
    v.check((value) => value.trim() !== '', expected),
  )
const optionalWords = (expected: string) => v.optional(v.nullable(words(expected)), null)

const DATE =
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d)?)?)?$/u
const EXPECTED_DATE = 'a date in quotes: "2013", "2013-06", "2013-06-23" or "2013-06-23T14:00"'
const date = v.optional(
  v.nullable(v.pipe(v.string(EXPECTED_DATE), v.regex(DATE, EXPECTED_DATE))),
  null,
)

const EXPECTED_URL = 'a web address (http: or https:)'
const url = v.pipe(v.string(EXPECTED_URL), v.check(isWebAddress, EXPECTED_URL))

const EXPECTED_LANG = 'a language tag such as `en` or `zh-Hant`'
const lang = v.pipe(v.string(EXPECTED_LANG), v.check(isLanguageTag, EXPECTED_LANG))

const EXPECTED_LAYER_ID =
  'a short id of a-z, 0-9 and hyphens, which stands in links; not `editorial`, `footnotes` or `capitals`'
const RESERVED_LAYERS = ['editorial', 'footnotes', 'capitals', 'about-author']
const layerId = v.pipe(
  v.string(EXPECTED_LAYER_ID),
  v.check(
    (id) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id) && !RESERVED_LAYERS.includes(id),
    EXPECTED_LAYER_ID,
  ),
)

const label = name('what its switch is called')
const voice = v.optional(v.nullable(name('who speaks, or null where nobody knows')), null)
const shown = v.optional(v.boolean('true or false'), true)

const spokenLayer = <Kind extends 'original' | 'commentary' | 'background'>(kind: Kind) =>
  v.strictObject({ id: layerId, kind: v.literal(kind), label, voice, shown })
const appearanceLayer = <Kind extends 'footnotes' | 'capitals'>(kind: Kind) =>
  v.strictObject({
    id: v.optional(v.literal(kind, `\`${kind}\`, or leave it out`), kind),
    kind: v.literal(kind),
    label,
    voice,
    shown,
  })

const EXPECTED_KIND = 'original, commentary, background, footnotes or capitals'
export const layersSchema = v.array(
  v.variant(
    'kind',
    [
      spokenLayer('original'),
      spokenLayer('commentary'),
      spokenLayer('background'),
      appearanceLayer('footnotes'),
      appearanceLayer('capitals'),
    ],
    EXPECTED_KIND,
  ),
  'a list of layers',
)

const HAND_ROLES = ['author', 'translator', 'commentator', 'publisher', 'poster', 'editor'] as const
const hand = v.strictObject(
  {
    role: v.picklist(HAND_ROLES, HAND_ROLES.join(', ')),
    name: name('who it was'),
    did: optionalWords('what this hand did'),
    date,
    url: v.optional(v.nullable(url), null),
  },
  'a hand: role, name, did, date, url',
)

const EXPECTED_NOTATION = 'how the source writes it, with `#` for the label, e.g. "[#]"'
const notation = v.pipe(
  v.string(EXPECTED_NOTATION),
  v.check((value) => value.includes('#'), EXPECTED_NOTATION),
)

const EXPECTED_OWN = 'how the source writes this one, e.g. "(7)", or "" where it writes nothing'
const FOOTNOTE_STATES = ['whole', 'cut-off', 'short-form', 'lost'] as const
const footnoteFacts = v.strictObject(
  {
    status: v.optional(v.picklist(FOOTNOTE_STATES, FOOTNOTE_STATES.join(', ')), 'whole'),
    remark: optionalWords('what the editor says about its state'),
    lang: v.optional(v.nullable(lang), null),
    notation: v.optional(
      v.strictObject(
        { marker: v.string(EXPECTED_OWN), definition: v.string(EXPECTED_OWN) },
        'marker and definition',
      ),
    ),
  },
  'facts about the footnote: status, remark, lang, notation',
)

const NAME_KINDS = ['person', 'place', 'organisation', 'work'] as const
const nameFacts = v.strictObject(
  {
    kind: v.picklist(NAME_KINDS, NAME_KINDS.join(', ')),
    forms: v.optional(
      v.array(words('a word or name of the text'), 'a list of other words that mean it'),
      [],
    ),
  },
  'facts about the name: kind and forms',
)

const recordOf = <Value extends v.GenericSchema>(value: Value, expected: string) =>
  v.optional(v.record(v.string(), value, expected), {})

export const frontMatterSchema = v.strictObject(
  {
    title: name('the title in plain case'),
    summary: name('two or three neutral sentences'),
    lang,
    dir: v.optional(v.picklist(['ltr', 'rtl'], 'ltr or rtl')),
    series: v.optional(
      v.nullable(
        v.strictObject(
          {
            title: name('the title of the series'),
            part: v.pipe(
              v.number('the number of the part'),
              v.integer('the number of the part'),
              v.minValue(0, 'the number of the part'),
            ),
            note: optionalWords('a note on the series'),
          },
          'title, part and note of the series',
        ),
      ),
      null,
    ),
    authors: v.array(name('the name of an author'), 'a list of names'),
    hands: v.optional(v.array(hand, 'a list of hands, oldest first'), []),
    source: v.strictObject(
      {
        title: name('the title as found'),
        url: v.optional(v.nullable(url), null),
        published: date,
        rights: words('whose the words are'),
        notation: v.optional(
          v.strictObject({ marker: notation, definition: notation }, 'marker and definition'),
        ),
      },
      'title, url, published and rights of the source',
    ),
    layers: layersSchema,
    capitals: recordOf(
      words('the word without the capitals, in quotes if need be'),
      'a list of words as found, each with its plain form',
    ),
    names: recordOf(nameFacts, 'a list of names, each with its kind'),
    footnotes: recordOf(footnoteFacts, 'a list of footnote labels, each with status and remark'),
    credits: v.optional(
      v.array(
        v.strictObject(
          { text: words('the words as found'), what: words('what they are') },
          'text and what',
        ),
        'a list of credits',
      ),
      [],
    ),
    omissions: v.optional(
      v.array(
        v.strictObject(
          {
            text: words('the words as found'),
            what: words('what they are'),
            why: words('why they were left out'),
          },
          'text, what and why',
        ),
        'a list of omissions',
      ),
      [],
    ),
    aliases: recordOf(
      words('the present id of the place'),
      'a list of former ids, each with the present one',
    ),
  },
  'the facts about the article',
)

export type FrontMatter = v.InferOutput<typeof frontMatterSchema>
export type LayerFacts = v.InferOutput<typeof layersSchema>[number]
