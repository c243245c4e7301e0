import { expect, it } from 'vitest'
import { draftedFrom, written } from './build-draft.ts'

const LONG = 'The harbour froze in March, and nobody could say when it would thaw again. It did.'

async function blocks(preformatted: string): Promise<readonly string[]> {
  const page = `<article><h1>The ice</h1><p>${LONG}</p><pre>${preformatted}</pre><p>${LONG}</p></article>`
  return written(await draftedFrom('a.html', page))
    .text.split('\n\n')
    .slice(1, -1)
}

it('verses in preformatted text are lines of their stanza, and stanzas stay apart', async () => {
  expect(await blocks('  Ice,\n     and ice again,\n  and boats.\n\n  The second part.')).toEqual([
    'Ice,\\\nand ice again,\\\nand boats.',
    'The second part.',
  ])
})

it('notes and fields of a head stay lines of their own', async () => {
  const entries = 'Boats: ten\nNets: two\n\n(a) a boat\n(b) a net'
  const { material } = await draftedFrom('a.html', `<p>${LONG}</p><pre>${entries}</pre>`)
  expect(material.fragments).toHaveLength(5)
})

it('a poem with little prose around it is not the whole article', async () => {
  const list = '<ul><li>boats</li><li>nets</li><li>lines and hooks of iron</li></ul>'
  const page = `<article><h1>The ice</h1><p>She wrote this at sea:</p><pre>Ice,\nand ice again,\nand boats.\n\nThe second part.</pre>${list.repeat(3)}<p>Here it ends, says the mate.</p></article>`
  const { segments } = await draftedFrom('a.html', page)
  expect(segments.filter(({ class: is }) => is === 'furniture')).toEqual([])
})
