import { expect, it } from 'vitest'
import { draftedFrom, written } from './build-draft.ts'

const LONG = 'The harbour froze in March, and nobody could say when it would thaw again. It did.'

/** What stands between two paragraphs of a page, as Markdown, without the spaces that align columns. */
async function between(middle: string): Promise<string> {
  const page = `<article><h1>The ice</h1><p>${LONG}</p>${middle}<p>${LONG}</p></article>`
  const { text } = written(await draftedFrom('a.html', page))
  return text
    .split(LONG)
    .slice(1, -1)
    .join('')
    .trim()
    .replace(/ {2,}/gu, ' ')
    .replace(/-{2,}/gu, '-')
}

const HEAD = '<tr><th>Year</th><th>Boats</th></tr>'
const ROW = '<tr><td>1850</td><td>30</td></tr>'
const TABLE = '| Year | Boats |\n| - | - |\n| 1850 | 30 |'

it.each([
  `<table>${HEAD}${ROW}</table>`,
  `<table><thead>${HEAD}</thead><tbody>${ROW}</tbody></table>`,
  `<table><thead>${HEAD}</thead>${ROW}</table>`,
])('a table is one table, head and all: %s', async (table) => {
  expect(await between(table)).toBe(TABLE)
})

it('a cell that reaches into the rows below moves none of their words', async () => {
  const rows =
    '<tr><td rowspan="2">1850</td><td>30</td></tr><tr><td>31<br>32</td></tr><tr><td>1851</td><td>33</td></tr>'
  expect(await between(`<table>${HEAD}${rows}</table>`)).toBe(
    `${TABLE}\n| | 31 32 |\n| 1851 | 33 |`,
  )
})

it('what a table is called stands over it, as words of the text', async () => {
  const table = `<table><caption><b>Boats</b> by year</caption>${HEAD}${ROW}</table>`
  expect(await between(table)).toBe(`**Boats** by year\n\n${TABLE}`)
})
