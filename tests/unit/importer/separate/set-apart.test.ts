import { expect, test } from 'vitest'
import { faultIn, tell } from './telling.ts'

const plain = (n: number) =>
  `The ferries stopped in May ${1900 + n}, and nobody was told. The council said that it would look into it.`
const reply = 'Nobody was told, he says. I was told, and so was everybody on the quay that day.'

async function told(name: string, text: string): Promise<readonly string[]> {
  const found = await tell(text, name)
  expect(faultIn(found)).toBeNull()
  return found.separation.segments.map(
    ({ class: is, confidence, cue, from, to }) =>
      `${is}, ${confidence}, ${cue.id}: ${found.material.text.slice(from, to).trim().slice(0, 12)}`,
  )
}

const page = (...paragraphs: readonly string[]) =>
  `<html><body><article><h1>Ferries of the north</h1>${paragraphs.join('')}</article></body></html>`
const p = (words: string) => `<p>${words}</p>`

test('replies in bold between the paragraphs of a text are in doubt', async () => {
  const text = page(
    p(plain(1)),
    p(`<b>${reply}</b>`),
    p(plain(2)),
    p(`<strong>${reply} Really.</strong>`),
    p(plain(3)),
  )
  expect((await told('a.html', text)).filter((line) => line.includes('guess'))).toEqual([
    'original, guess, set-bold: Nobody was t',
    'original, guess, set-bold: Nobody was t',
  ])
})

test('so is an introduction in italics, but no summary in bold and no question of an interview', async () => {
  const text = page(p(`<i>${reply}</i>`), p(plain(1)), p(plain(2)), p(plain(3)))
  expect(await told('a.html', text)).toContain('original, guess, set-italic: Nobody was t')
  const report = page(p(`<b>${reply}</b>`), p(plain(1)), p(plain(2)), p(plain(3)))
  expect((await told('a.html', report)).join()).not.toContain('guess')
  const question = p(
    '<b>You say that nobody was told. Why was nobody told of it, not even the men?</b>',
  )
  const interview = page(question, p(plain(1)), question, p(plain(2)), question, p(plain(3)))
  expect((await told('a.html', interview)).join()).not.toContain('set-bold')
})

test('words between double arrows are put in by somebody', async () => {
  const text = page(
    p(
      'The ferries stopped in May &gt;&gt;in June, in truth&lt;&lt; and nobody was told of it at all.',
    ),
    p(plain(1)),
    p(plain(2)),
  )
  expect(await told('a.html', text)).toContain('commentary, guess, in-arrows: >>in June, i')
})

test('a box with a ground of its own is an insert, perhaps', async () => {
  const text = page(
    p(plain(1)),
    p(plain(2)),
    p(plain(3)),
    `<p class="has-pale-pink-background-color has-background">${reply}</p>`,
    p(plain(4)),
  )
  expect(await told('a.html', text)).toContain('background, guess, aside-box: Nobody was t')
})

test.each([
  [
    '<b>Довідка.</b> Пороми ходили з 1890 року, і ними користувалися всі жителі міста.',
    'background, guess, run-in-label: Довідка. Пор',
  ],
  [
    '<b>Background.</b> The ferries had run since 1890, and everybody used them.',
    'background, guess, run-in-label: Background. ',
  ],
  [
    'From Wikipedia: The ferries had run since 1890, and everybody used them.',
    'background, sure, background-label: From Wikiped',
  ],
])('an insert that says what it is: %s', async (insert, line) => {
  expect(await told('a.html', page(p(plain(1)), p(plain(2)), p(insert), p(plain(3))))).toContain(
    line,
  )
})

test('a text that is divided by bold words at the beginning of its paragraphs is the author’s', async () => {
  const text = page(
    p(`<b>Background.</b> ${plain(1)}`),
    p(`<b>Methods.</b> ${plain(2)}`),
    p(`<b>Results.</b> ${plain(3)}`),
  )
  expect((await told('a.html', text)).join()).not.toContain('run-in-label')
})
