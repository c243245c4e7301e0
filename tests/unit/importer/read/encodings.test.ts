import { expect, test } from 'vitest'
import { readMaterial } from '#core/importer'
import { readBytes } from './reading.ts'

const WORDS = 'Größe – “naïve” €5, Ελλάδα'

function utf16(text: string, isLittle: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...text].flatMap((one) => [one.charCodeAt(0)])
  const bytes = new Uint8Array(units.length * 2)
  const view = new DataView(bytes.buffer)
  units.forEach((unit, at) => view.setUint16(at * 2, unit, isLittle))
  return bytes
}

/** One byte a letter, by a table of the letters beyond ASCII. */
function oneByte(text: string, table: Readonly<Record<string, number>>): Uint8Array {
  return Uint8Array.from([...text], (one) => table[one] ?? one.charCodeAt(0))
}

test('UTF-8 and UTF-16, with and without a byte order mark', async () => {
  const utf8 = new TextEncoder().encode(WORDS)
  const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8])
  for (const bytes of [utf8, marked]) expect((await readBytes('text', bytes)).text).toBe(WORDS)
  for (const isLittle of [true, false]) {
    expect((await readBytes('text', utf16(WORDS, isLittle, true))).text).toBe(WORDS)
    const plain = 'Ice came in the night – and boats.'
    expect((await readBytes('text', utf16(plain, isLittle, false))).text).toBe(plain)
  }
})

test('Western text without a declaration is guessed, and that is told', async () => {
  const bytes = oneByte('It was “naïve” – so they said…', {
    '“': 0x93,
    '”': 0x94,
    '–': 0x96,
    '…': 0x85,
    ï: 0xef,
  })
  const material = await readBytes('text', bytes)
  expect(material.text).toBe('It was “naïve” – so they said…')
  expect(material.notices).toEqual([{ id: 'encoding-guessed', about: 'Windows-1252' }])
})

test('Cyrillic text without a declaration is guessed', async () => {
  const words = 'Лёд пришёл ночью, и никто не верил, что лодки когда-нибудь уйдут отсюда'
  const windows = Uint8Array.from([...words], (one) => {
    const code = one.charCodeAt(0)
    if (one === 'ё') return 0xb8
    return code >= 0x410 ? code - 0x410 + 0xc0 : code
  })
  expect((await readBytes('text', windows)).text).toBe(words)
})

test('a page is read as it declares, if it is not plainly UTF-8', async () => {
  const page = (charset: string) =>
    `<html><head><meta charset="${charset}"></head><body><p>naïve</p></body></html>`
  const latin = oneByte(page('iso-8859-1'), { ï: 0xef })
  const material = await readBytes('html', latin)
  expect(material.text).toBe('naïve')
  expect(material.notices).toEqual([])
  const wrong = new TextEncoder().encode(page('iso-8859-1'))
  expect((await readBytes('html', wrong)).text).toBe('naïve')
})

test('line ends become one kind, and what is no character is replaced and told', async () => {
  const bytes = new Uint8Array([
    0x61, 0x0d, 0x0a, 0x62, 0x0d, 0x63, 0x00, 0xc3, 0xa4, 0xc3, 0xa4, 0xc3, 0xa4, 0xc3, 0xa4, 0xc3,
    0xa4, 0xff,
  ])
  const material = await readBytes('text', bytes)
  expect(material.text).toBe('a\nb\nc\ufffdäääää\ufffd')
  expect(material.notices).toEqual([{ id: 'characters-replaced', about: '2' }])
})

test.each([
  ['a\0 word', null],
  ['a word', '<p>a\0 word</p>'],
])('what is no character in a paste is told, too: %#', async (text, html) => {
  const material = await readMaterial({ type: 'paste', text, html })
  expect(material.text).toBe('a\ufffd word')
  expect(material.notices).toEqual([{ id: 'characters-replaced', about: '1' }])
})
