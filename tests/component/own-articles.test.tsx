import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { deleteArticle, keepArticle, listArticles, OwnArticles } from '#features/shelf'

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 })

const LAMP = `---
title: The lamp
summary: A keeper leaves.
lang: en
authors: [Ilse Varn]
source: { title: The lamp, rights: Free to copy. }
layers: [{ id: original, kind: original, label: Original }]
---

The keeper had left, and his lamp with him.
`

/** The list of own articles, with one in it. */
async function show(markdown = LAMP) {
  const kept = await keepArticle({ slug: 'lamp', markdown, source: null })
  if (!kept.ok) throw new Error(kept.reason === 'unreadable' ? kept.messages.join() : kept.reason)
  const { container } = render(
    <OwnArticles
      hrefOf={(id) => `/own/?article=${id}`}
      reviewHrefOf={(draft) => `/import/?draft=${draft}`}
      address="https://example.org/own/"
      drawMap={() => null}
      onCopy={() => Promise.resolve(true)}
    />,
  )
  await screen.findByRole('link', { name: 'The lamp' })
  return Object.assign(userEvent.setup(), { container })
}

beforeEach(async () => {
  cleanup()
  const listed = await listArticles()
  await Promise.all((listed.ok ? listed.value : []).map(({ id }) => deleteArticle(id)))
})

test.each([
  ['[Ilse Varn]', 'Ilse Varn'],
  ['[]', 'Its author is not named.'],
])('a card says who wrote and who commented, authors being %s', async (authors, said) => {
  const layers =
    '[{ id: original, kind: original, label: Original }, { id: comments, kind: commentary, label: Comments, voice: Village Notes }]'
  const comment = '\n::::commentary{layer="comments"}\nIt was never lit.\n::::\n'
  const markdown = LAMP.replace('[Ilse Varn]', authors).replace(/layers: .*/, `layers: ${layers}`)
  const { container } = await show(markdown + comment)
  expect(container.querySelector('.authors')).toHaveTextContent(said)
  expect(container.querySelector('.authors')).not.toHaveTextContent('Village Notes')
  expect(screen.getByText('comments by Village Notes')).toBeInTheDocument()
})

describe('whoever works with own articles by keyboard', () => {
  test('is at the same button after an article has another name', async () => {
    const user = await show()
    await user.click(screen.getByRole('button', { name: 'Rename' }))
    const field = screen.getByRole('textbox', { name: 'New title' })
    expect(field).toHaveFocus()
    await user.clear(field)
    await user.type(field, 'The lamp again{Enter}')
    expect(screen.getByRole('button', { name: 'Rename' })).toHaveFocus()
    expect(await screen.findByRole('link', { name: 'The lamp again' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Rename' })).toHaveFocus()
  })

  test('is told what is wanted where the title is left blank, and stays in the field', async () => {
    const user = await show()
    await user.click(screen.getByRole('button', { name: 'Rename' }))
    const field = screen.getByRole('textbox', { name: 'New title' })
    await user.clear(field)
    await user.type(field, '  {Enter}')
    expect(screen.getByRole('alert')).toHaveTextContent('Write a title first')
    expect(field).toHaveFocus()
    expect(field).toBeInvalid()
    await user.keyboard('{Escape}')
    expect(screen.getByRole('button', { name: 'Rename' })).toHaveFocus()
    expect(screen.getByRole('link', { name: 'The lamp' })).toBeInTheDocument()
  })

  test('is at Undo after a deletion, and at the article once it is back', async () => {
    const user = await show()
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    const undo = await screen.findByRole('button', { name: 'Undo' })
    expect(undo).toHaveFocus()
    await waitFor(() => {
      expect(screen.queryByRole('link', { name: 'The lamp' })).toBeNull()
    })
    expect(undo).toHaveFocus()
    await user.keyboard('{Enter}')
    const back = await screen.findByRole('link', { name: 'The lamp' })
    await waitFor(() => {
      expect(back).toHaveFocus()
    })
    await screen.findByText('“The lamp” is back.')
    expect(back).toHaveFocus()
  })
})
