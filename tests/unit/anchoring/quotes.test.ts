import { readdirSync, readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe as group, expect, test } from 'vitest'

import type { Quote, Resolution } from '#core/anchoring'
import { describe, resolve, resolveAcross } from '#core/anchoring'
import type { LayerText, PlaceId } from '#core/article'
import { joinBlocks } from '#core/article'

import type { Edited } from './staged-edits.ts'
import { changeWords, editWords, leaveOut, mistype, pickQuote, seeded } from './staged-edits.ts'

const harbour = [
  'The harbour of Ostra had been silting up for a century when the council finally sent for an engineer. He came on a wet morning in March, looked at the mole, looked at the river, and asked for a boat.',
  '“Nobody,” he wrote in his first report, “has ever measured the tide here — they have only complained of it.” The council, which had hoped for a price, received forty pages about sand.',
  'In 1871 the dredger was hired for one summer, at a rent that the fishermen thought outrageous. In 1874 the dredger was bought for good, at a price that the fishermen thought reasonable, since by then they were paid by the day.',
  'What the engineer’s daughter remembered was not the sand but the noise: a grinding that began before breakfast and stopped only when the church bell rang for the evening. She could not sleep for a week after it had ceased.',
].join('\n\n')

function layerText(text: string): LayerText {
  return joinBlocks([{ block: 'whole' as PlaceId, text }])
}

function quoteOf(text: string, words: string, occurrence = 0): Quote {
  let start = text.indexOf(words)
  for (let count = 0; count < occurrence; count += 1) start = text.indexOf(words, start + 1)
  return describe(layerText(text), { start, end: start + words.length })
}

function found(text: string, resolution: Resolution): string | null {
  return resolution.status === 'orphaned' ? null : text.slice(resolution.start, resolution.end)
}

group('describing words', () => {
  test('takes the neighbourhood up to whole words', () => {
    expect(quoteOf(harbour, 'asked for a boat')).toEqual({
      exact: 'asked for a boat',
      prefix: 'the mole, looked at the river, and ',
      suffix: '.\n\n“Nobody,” he wrote in his first',
      until: '',
    })
  })

  test('grows the neighbourhood until it tells two places apart', () => {
    const same =
      'the tide came in and the tide went out, and nobody counted the days of that summer'
    const text = `First ${same}. Second ${same}.`
    const start = text.lastIndexOf('summer')
    const quote = describe(layerText(text), { start, end: start + 6 })
    expect(quote.prefix).toContain('Second')
    expect(resolve(layerText(text), quote)).toMatchObject({ status: 'exact', start, rivals: 0 })
  })

  test('names a long stretch by its first and last words, and finds all of it', () => {
    const start = harbour.indexOf('He came')
    const end = harbour.indexOf(' after it had ceased')
    const quote = describe(layerText(harbour), { start, end })
    expect(quote.exact.length + quote.until.length).toBeLessThan(300)
    expect(resolve(layerText(harbour), quote)).toMatchObject({ status: 'exact', start, end })
    expect(describe(layerText(harbour), { start, end }, { purpose: 'whole' }).exact).toBe(
      harbour.slice(start, end),
    )
  })

  test('stays short in an address, in any script', () => {
    for (const word of ['tide ', 'прилив ', '潮', 'גאות ', '🌊 ']) {
      const text = Array.from({ length: 900 }, (_, index) => `${word}${index % 7}`).join('')
      const quote = describe(layerText(text), { start: 400, end: 1400 })
      const length = encodeURIComponent(quote.exact + quote.until).length
      expect(length).toBeLessThan(1400)
    }
  })

  test('resolves back to the very words, wherever they are', () => {
    fc.assert(
      fc.property(fc.nat(harbour.length), fc.nat(250), (start, length) => {
        const end = Math.min(harbour.length, start + length)
        const words = harbour.slice(start, end)
        fc.pre(words.trim() !== '')
        expect(
          resolve(layerText(harbour), describe(layerText(harbour), { start, end })),
        ).toMatchObject({
          status: 'exact',
          start,
          end,
        })
      }),
    )
  })

  test('never cuts a character in half', () => {
    const text = '🌊🌊🌊🌊'
    const quote = describe(layerText(text), { start: 3, end: 5 })
    expect(quote).toEqual({ exact: '🌊🌊', prefix: '🌊', suffix: '🌊', until: '' })
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
        fc.nat(300),
        fc.nat(300),
        (words, start, end) => {
          const { exact, prefix, suffix, until } = describe(layerText(words), { start, end })
          for (const part of [exact, prefix, suffix, until])
            expect(part).not.toMatch(/\p{Surrogate}/u)
        },
      ),
    )
  })
})

group('finding words again', () => {
  test.each([
    ['straight quotation marks', (text: string) => text.replace(/[“”]/g, '"').replace(/’/g, "'")],
    ['other dashes', (text: string) => text.replace(/—/g, '--')],
    ['no-break spaces', (text: string) => text.replace(/ /g, '\u00A0')],
    ['new line breaks', (text: string) => text.replace(/, /g, ',\n  ')],
    ['soft hyphens', (text: string) => text.replace(/(\w{4})(\w{3})/g, '$1\u00AD$2')],
    ['capitals', (text: string) => text.toUpperCase()],
    ['decomposed letters', (text: string) => text.normalize('NFD')],
    ['ligatures', (text: string) => text.replace(/fi/g, 'ﬁ')],
    ['direction marks', (text: string) => text.replace(/\. /g, '.\u200F ')],
  ])('forgives %s', (_what, change) => {
    const text = harbour.replace('noise', 'bruit à l’entrée')
    for (const words of [
      '“has ever measured the tide here — they',
      'engineer’s daughter',
      'bruit à l’entrée: a grinding',
      'finally',
    ]) {
      const quote = quoteOf(text, words)
      const resolution = resolve(layerText(change(text)), quote)
      expect(resolution).toMatchObject({ status: 'exact', similarity: 1 })
      expect(found(change(text), resolution)).toBe(change(words))
    }
  })

  test('tells apart what is repeated by its neighbours', () => {
    const quote = quoteOf(harbour, 'the dredger was', 1)
    const edited = harbour.replace('the fishermen thought outrageous', 'they thought scandalous')
    expect(resolve(layerText(edited), quote)).toMatchObject({
      start: edited.lastIndexOf('the dredger was'),
    })
  })

  test('finds a reworded sentence between its neighbours', () => {
    const quote = quoteOf(harbour, 'He came on a wet morning in March, looked at the mole')
    const edited = harbour.replace(
      'He came on a wet morning in March',
      'He arrived on a rainy March morning',
    )
    const resolution = resolve(layerText(edited), quote)
    expect(resolution.status).toBe('approximate')
    expect(found(edited, resolution)).toBe(
      'He arrived on a rainy March morning, looked at the mole',
    )
  })

  test('says that a passage has moved', () => {
    const sentence = 'She could not sleep for a week after it had ceased.'
    const quote = quoteOf(harbour, sentence)
    const edited = `${sentence} ${harbour.replace(sentence, '')}`
    expect(resolve(layerText(edited), quote)).toMatchObject({ status: 'moved', start: 0 })
  })

  test('does not take a short word elsewhere for the one that was meant', () => {
    const quote = quoteOf(harbour, 'price')
    const edited = harbour.replace('had hoped for a price', 'had hoped for a figure')
    expect(resolve(layerText(edited), quote)).toEqual({ status: 'orphaned' })
  })

  test('does not take a sentence about another year for the one that is gone', () => {
    const gone =
      'In 1871 the dredger was hired for one summer, at a rent that the fishermen thought outrageous.'
    const twin =
      'In 1873 the dredger was hired for one summer, at a rent that the fishermen thought outrageous.'
    const edited = `${twin}\n\n${harbour.replace(`${gone} `, '')}`
    expect(resolve(layerText(edited), quoteOf(harbour, gone))).toEqual({ status: 'orphaned' })
  })

  test('takes the first of many places when nothing tells them apart, and says how many there are', () => {
    const bare = { exact: 'the fishermen', prefix: '', suffix: '', until: '' }
    const [first, last] = [harbour.indexOf('the fishermen'), harbour.lastIndexOf('the fishermen')]
    expect(resolve(layerText(harbour), bare)).toMatchObject({ start: first, rivals: 1 })
    expect(resolve(layerText(harbour), bare, { near: last + 9 })).toMatchObject({
      start: last,
      rivals: 1,
    })
  })

  test('lets the hint choose among equal places', () => {
    const text = Array.from({ length: 5 }, () => harbour).join('\n\n')
    const quote = quoteOf(text, 'asked for a boat', 3)
    const start = harbour.indexOf('asked for a boat') + 3 * (harbour.length + 2)
    expect(resolve(layerText(text), quote, { near: start - 150 })).toMatchObject({
      start,
      rivals: 4,
    })
  })

  test('finds nothing for no words, in no text', () => {
    const none = { exact: '', prefix: '', suffix: '', until: '' }
    expect(resolve(layerText(harbour), none).status).toBe('orphaned')
    expect(resolve(layerText(harbour), { ...none, exact: ' \u00AD ' }).status).toBe('orphaned')
    expect(resolve(joinBlocks([]), { ...none, exact: 'tide' }).status).toBe('orphaned')
  })

  test('never fails, and never leaves the text, whatever it is asked', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(
      fc.property(
        anything,
        anything,
        anything,
        anything,
        anything,
        (text, exact, prefix, suffix, until) => {
          const resolution = resolve(layerText(text), { exact, prefix, suffix, until })
          if (resolution.status === 'orphaned') return
          expect(resolution.start).toBeGreaterThanOrEqual(0)
          expect(resolution.end).toBeGreaterThanOrEqual(resolution.start)
          expect(resolution.end).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })

  test('gives up on a quotation longer than the text without matching it letter by letter', () => {
    const endless = {
      exact: 'the tide of another town altogether '.repeat(3000),
      prefix: '',
      suffix: '',
      until: '',
    }
    expect(resolve(layerText(harbour), endless).status).toBe('orphaned')
  })
})

group('finding words in several layers', () => {
  const remark =
    'The engineer was no engineer. “Nobody,” he wrote, and nobody he was; I have it from the harbour master.'
  const layers = [
    { layer: 'original', text: layerText(harbour) },
    { layer: 'comments', text: layerText(remark) },
  ]

  test('asks the named layer first', () => {
    const quote = { ...quoteOf(remark, '“Nobody,” he wrote'), layer: 'comments' }
    expect(resolveAcross(layers, quote)).toMatchObject({ layer: 'comments', status: 'exact' })
  })

  test('asks all layers when the named one does not exist or none is named', () => {
    for (const layer of ['renamed', null]) {
      const quote = { ...quoteOf(remark, 'the harbour master'), layer }
      expect(resolveAcross(layers, quote)).toMatchObject({ layer: 'comments' })
    }
  })

  test('does not take a commentator’s quotation for the author’s words', () => {
    const sentence =
      'He came on a wet morning in March, looked at the mole, looked at the river, and asked for a boat.'
    const quote = { ...quoteOf(harbour, sentence), layer: 'original' }
    const edited = [
      { layer: 'original', text: layerText(harbour.replace(` ${sentence}`, '')) },
      {
        layer: 'comments',
        text: layerText(`${remark} Mark this: “${sentence}” A boat, of all things.`),
      },
    ]
    expect(resolveAcross(edited, quote)).toEqual({ status: 'orphaned' })
  })
})

/** The texts that people really read here. */
const content = new URL('../../../src/content/', import.meta.url)
const texts = readdirSync(content, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => readFileSync(new URL(`${entry.name}/source.txt`, content), 'utf8'))

interface Tally {
  readonly right: number
  readonly wrong: number
}

/** Quotes of `shortest` to `longest` words, described in the old text and looked for in the edited one; shares of all that survive. */
function tally(
  edit: (text: string, random: () => number) => Edited,
  [shortest, longest]: readonly [number, number],
): Tally {
  let [all, right, wrong] = [0, 0, 0]
  for (const text of texts) {
    const random = seeded(1)
    const edited = edit(text, random)
    const before = layerText(text)
    const after = layerText(edited.text)
    for (let count = 0; count < 100; count += 1) {
      const range = pickQuote(text, shortest, longest, random)
      const truth = edited.locate(range.start, range.end)
      if (truth === null) continue
      all += 1
      const place = resolve(after, describe(before, range))
      if (place.status === 'orphaned') continue
      const shared = Math.min(place.end, truth.end) - Math.max(place.start, truth.start)
      const spanned = Math.max(place.end, truth.end) - Math.min(place.start, truth.start)
      if (shared / spanned >= 0.5) right += 1
      // Part of the place is no wrong place: the reader is looking at what was meant.
      else if (shared <= 0) wrong += 1
    }
  }
  return { right: right / all, wrong: wrong / all }
}

group('an edited text', () => {
  const anyLength = [4, 40] as const

  test.each([
    ['unedited', (text: string) => changeWords(text, (word) => word), 1],
    ['in small letters', (text: string) => changeWords(text, (word) => word.toLowerCase()), 1],
    [
      'without its footnote markers',
      (text: string) => changeWords(text, (word) => word.replace(/\[\d+\]/g, '')),
      1,
    ],
    [
      'with 3 % of its letters mistyped',
      (text: string, random: () => number) => mistype(text, 0.03, random),
      0.98,
    ],
    [
      'with 5 % of its words edited',
      (text: string, random: () => number) => editWords(text, 0.05, random),
      0.95,
    ],
    [
      'with 15 % of its words edited',
      (text: string, random: () => number) => editWords(text, 0.15, random),
      0.85,
    ],
    [
      'with 30 % of its words edited',
      (text: string, random: () => number) => editWords(text, 0.3, random),
      0.6,
    ],
  ])('%s keeps its places and never shows a wrong one', (_how, edit, least) => {
    const { right, wrong } = tally(edit, anyLength)
    expect(right).toBeGreaterThanOrEqual(least)
    expect(wrong).toBe(0)
  })

  test('does not show another place for a passage that was left out', () => {
    for (const text of texts) {
      const random = seeded(2)
      for (let count = 0; count < 60; count += 1) {
        const { start, end } = pickQuote(text, 1, 40, random)
        const quote = describe(layerText(text), { start, end })
        expect(resolve(layerText(leaveOut(text, start, end).text), quote)).toEqual({
          status: 'orphaned',
        })
      }
    }
  })

  test('does not show a near-identical twin for a passage that was left out', () => {
    for (const text of texts) {
      const random = seeded(3)
      for (let count = 0; count < 40; count += 1) {
        const { start, end } = pickQuote(text, 8, 30, random)
        const words = text.slice(start, end)
        const twin = words.replace(/\b(?:the|of|and|in|to)\b/, 'hardly')
        if (twin === words) continue
        const quote = describe(layerText(text), { start, end })
        const edited = `${leaveOut(text, start, end).text}\n\n${twin}`
        expect(resolve(layerText(edited), quote)).toEqual({ status: 'orphaned' })
      }
    }
  })
})
