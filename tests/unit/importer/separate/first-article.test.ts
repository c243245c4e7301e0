import { beforeAll, describe, expect, test } from 'vitest'
import type { Told } from './telling.ts'
import { faultIn, tellFile } from './telling.ts'

/** Our first article as it was handed over, against what its editor ruled. */
describe('the first article', () => {
  let told: Told
  const segments = () => told.separation.segments
  const starting = (words: string) => {
    const found = segments().find(({ from }) => told.material.text.startsWith(words, from))
    if (found === undefined) throw new Error(`nothing starts with ${words}`)
    return found
  }
  const classAt = (line: number) => {
    const lines = told.material.text.split('\n')
    const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
    return segments().find((segment) => segment.from <= from && segment.to > from)?.class
  }

  beforeAll(async () => {
    told = await tellFile('src/content/israeli-azerbaijani-alliance-and-iran-3/source.txt')
  })

  test('every line is what the editor ruled', () => {
    const ruled: Readonly<Record<string, readonly number[]>> = {
      original: [1, 7, 9, 12, 15, 20, 25, 27, 29, 32, 34, 37, 39, 41, 44, 45, 46, 47, 50, 59, 60],
      commentary: [3, 4],
      background: [17, 22, 52, 55, 57],
      'about-author': [62],
      'footnote-definition': [64, 65, 66, 67, 68, 69, 70, 71, 72, 73],
      metadata: [75, 76],
      furniture: [74, 78, 80, 81, 82],
    }
    for (const [ruling, lines] of Object.entries(ruled)) {
      for (const line of lines) expect(`${line} ${classAt(line)}`).toBe(`${line} ${ruling}`)
    }
    expect(faultIn(told)).toBeNull()
  })

  test('the commentator is named', () => {
    expect(starting('Comment by')).toMatchObject({
      voice: 'Geopolitical Analysis and Monitoring',
      confidence: 'sure',
      cue: { id: 'comment-by', found: 'Comment by Geopolitical Analysis and Monitoring:' },
    })
    expect(starting('ARE IRAN').voice).toBe('Geopolitical Analysis and Monitoring')
  })

  test('all ten notes are linked, and the one that is gone is told', () => {
    const { references, missing } = told.separation
    expect(references.map(({ label }) => label)).toEqual([
      '42',
      '43',
      '44',
      '45',
      '47',
      '48',
      '49',
      '50',
      '51',
      '52',
    ])
    for (const { label, definition } of references) {
      expect(definition === null ? null : segments()[definition]?.label).toBe(label)
    }
    expect(missing).toEqual(['46'])
    expect(starting('[52]').state).toBe('cut-off')
    expect(starting('[50]').state).toBe('short')
    expect(starting('[51]').state).toBe('whole')
  })

  test('what did not survive the copying is told', () => {
    expect(starting('Background Information:\n')).toMatchObject({ lost: 'insert' })
    expect(starting('Background Information: ORIGIN')).toMatchObject({ lost: 'link' })
    expect(starting('Background Information on')).toMatchObject({ lost: 'link', voice: null })
    expect(told.separation.mended).toEqual([
      expect.objectContaining({
        url: 'http://news-these-days.blogspot.com.ar/2013/05/iran-and-israel-real-archenemies.html',
      }),
    ])
  })

  test('the end of the insert is in doubt, on both sides', () => {
    expect(starting('In July 2011')).toMatchObject({ confidence: 'guess', uncertain: [] })
    expect(starting('He was instrumental')).toMatchObject({
      confidence: 'guess',
      uncertain: ['end'],
    })
    expect(starting('With regard to any')).toMatchObject({
      class: 'original',
      confidence: 'likely',
      uncertain: ['start'],
    })
  })

  test('title, author, poster, date and address are taken from the text itself', () => {
    expect(told.separation.about).toEqual({
      title: 'ISRAELI-AZERBAIJANI ALLIANCE AND IRAN Part 3',
      authors: ['Mahir Khalifa-zadeh'],
      postedBy: 'Tukiyooo',
      published: 'Sunday, June 23, 2013',
      url: 'http://news-these-days.blogspot.com/2013/06/israeli-azerbaijani-alliance-and-iran.html',
      lang: 'en',
    })
  })
})
