import { expect, test } from 'vitest'
import { read } from './reading.ts'

async function about(head: string) {
  const { title, authors, published } = (await read('markdown', `---\n${head}\n---\n\nIce came.\n`))
    .about
  return { title, authors, published }
}

test('what has fields itself says a name, and what is in that says none', async () => {
  expect(
    await about(
      'author:\n  name: Ada Brand\n  employer:\n    name: Upland Mills\ndate: 2015-05-03',
    ),
  ).toEqual({ title: null, authors: ['Ada Brand'], published: '2015-05-03' })
  expect(
    await about(
      'authors:\n  - name: Ada Brand\n    works:\n      name: Upland Mills\n  - name: Otto Rand',
    ),
  ).toEqual({ title: null, authors: ['Ada Brand', 'Otto Rand'], published: null })
})

test('a bracket that nothing closes is a word of the title', async () => {
  expect(await about('title: [Draft\nauthor: Ada Brand\ndate: 2015-05-03')).toEqual({
    title: '[Draft',
    authors: ['Ada Brand'],
    published: '2015-05-03',
  })
  expect((await about('authors: [Ada Brand,\n  Otto Rand]\ntitle: Ice')).authors).toEqual([
    'Ada Brand',
    'Otto Rand',
  ])
  expect((await about('author: Ada Brand\ntitle: [Draft')).title).toBe('[Draft')
})
