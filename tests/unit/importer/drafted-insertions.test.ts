import { expect, it } from 'vitest'
import { draftedFrom, written } from './build-draft.ts'
import { paragraph, run, word } from './read/packages.ts'

const LONG = 'The harbour froze in March, and nobody could say when it would thaw again. It did.'
const inserted = (words: string, author = 'Otto Rand') =>
  `<w:ins w:id="1" w:author="${author}">${run(words)}</w:ins>`

async function drafted(content: string, creator = '') {
  const core = `<cp:coreProperties><dc:creator>${creator}</dc:creator></cp:coreProperties>`
  const parts = { 'docProps/core.xml': core }
  const draft = await draftedFrom(
    'a.docx',
    word(paragraph(run(LONG)) + content + paragraph(run(LONG)), parts),
  )
  written(draft)
  return draft.segments
    .filter(({ cue }) => cue.id === 'inserted')
    .map(
      ({ class: is, confidence, voice, from, to }) =>
        `${is}, ${confidence}, ${voice ?? '-'}: ${draft.material.text.slice(from, to).trim()}`,
    )
}

it('what another hand put in with changes tracked is that hand’s, in doubt', async () => {
  const line = paragraph(
    run('There were ') + inserted('exactly ') + inserted('seven') + run(' boats.'),
  )
  expect(await drafted(line)).toEqual(['commentary, guess, Otto Rand: exactly seven'])
  expect(await drafted(paragraph(inserted('There were only five of them.')))).toEqual([
    'commentary, guess, Otto Rand: There were only five of them.',
  ])
})

it('what the author put in himself is his, and so is a word that somebody mended', async () => {
  const line = paragraph(run('There were ') + inserted('seven', 'Ada Brand') + run(' boats.'))
  expect(await drafted(line, 'Ada Brand')).toEqual([])
  expect(await drafted(paragraph(run('There were seven boat') + inserted('s') + run('.')))).toEqual(
    [],
  )
})

it('who put in most of a document is its author', async () => {
  expect(await drafted(paragraph(inserted(LONG.repeat(5))))).toEqual([])
})
