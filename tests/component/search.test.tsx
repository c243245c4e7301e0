import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { articleFacts } from '#core/article'
import { searchEntries } from '#core/search'
import { SearchPanel, type SearchPanelProps } from '#features/search'
import { article } from '../unit/format/fixtures.ts'

const lamps = article(
  '## The keeper\n\nA lamp burns. Another lamp is out.\n\n:::commentary{layer="first"}\nNo lamp at all.\n:::\n\n## Afterwards\n\nA last lamp[^1].\n\n[^1]: See the lamp.\n',
)
const facts = articleFacts(lamps)

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {}
})

function show(props: Partial<SearchPanelProps> = {}) {
  const told = {
    onQuery: vi.fn<SearchPanelProps['onQuery']>(),
    onHighlights: vi.fn<SearchPanelProps['onHighlights']>(),
    onGo: vi.fn<SearchPanelProps['onGo']>(),
    onClose: vi.fn<SearchPanelProps['onClose']>(),
  }
  render(
    <SearchPanel
      facts={facts}
      asked=""
      takesFocus
      readEntries={() => searchEntries(lamps)}
      blockInView={() => null}
      titleOf={({ under }) => facts.outline.find(({ id }) => id === under)?.title ?? ''}
      {...told}
      {...props}
    />,
  )
  return told
}

// By its children: to jsdom, asking hundreds of items for their roles takes half a minute.
const hits = () => [...screen.getByRole('list', { name: 'Hits' }).children]
const status = () => screen.getByRole('status')

describe('the search beside a text', () => {
  it('begins in its field, counts what is found, and says where each hit is and whose', async () => {
    const user = userEvent.setup()
    show()
    expect(await screen.findByRole('searchbox', { name: 'Search this text' })).toHaveFocus()
    await user.keyboard('lamp')
    await waitFor(() => {
      expect(status()).toHaveTextContent('5 hits')
    })
    expect(hits()).toHaveLength(5)
    expect(hits()[2]).toHaveTextContent('The keeperFirst')
    expect(hits()[2]?.querySelector('mark')).toHaveTextContent('lamp')
    for (const [name, count] of [
      ['Original', 3],
      ['First', 1],
      ['Notes', 1],
    ] as const)
      expect(screen.getByRole('button', { name: `${name} ${count}` })).toHaveAttribute(
        'aria-pressed',
        'true',
      )
  })

  it('steps from hit to hit by Enter, back by Shift and Enter, and around', async () => {
    const user = userEvent.setup()
    const { onGo } = show({ asked: 'lamp' })
    await waitFor(() => {
      expect(hits()).toHaveLength(5)
    })
    await user.keyboard('{Enter}{Enter}')
    expect(status()).toHaveTextContent('2 of 5')
    expect(hits()[1]?.querySelector('button')).toHaveAttribute('aria-current', 'true')
    await user.keyboard('{Shift>}{Enter}{Enter}{/Shift}')
    expect(status()).toHaveTextContent('5 of 5')
    expect(onGo.mock.lastCall?.[0]).toMatchObject({
      kind: 'current-hit',
      layer: 'original',
      spans: [{ start: 8, end: 12 }],
    })
    await user.click(screen.getByRole('button', { name: 'Next hit' }))
    expect(status()).toHaveTextContent('1 of 5')
  })

  it('begins with the hit from where one reads', async () => {
    const user = userEvent.setup()
    const last = searchEntries(lamps).find(({ text }) => text.startsWith('A last'))
    show({ asked: 'lamp', blockInView: () => last?.block ?? null })
    await waitFor(() => {
      expect(hits()).toHaveLength(5)
    })
    await user.keyboard('{Enter}')
    expect(status()).toHaveTextContent('4 of 5')
  })

  it('leaves a layer out of list, paint and steps, and brings it back', async () => {
    const user = userEvent.setup()
    const { onHighlights } = show({ asked: 'lamp' })
    await user.click(await screen.findByRole('button', { name: 'Original 3' }))
    expect(status()).toHaveTextContent('2 hits')
    expect(hits()).toHaveLength(2)
    await waitFor(() => {
      expect(onHighlights.mock.lastCall?.[0].map(({ layer }) => layer)).toEqual([
        'first',
        'original',
      ])
    })
    // What is left of the original layer is the note.
    expect(onHighlights.mock.lastCall?.[0][1]?.spans).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'First 1' }))
    await user.click(screen.getByRole('button', { name: 'Notes 1' }))
    expect(status()).toHaveTextContent('5 hits in layers that are off in this list.')
    await user.click(screen.getByRole('button', { name: 'Original 3' }))
    expect(hits()).toHaveLength(3)
  })

  it('tells the query once one pauses, and that there is none any more', async () => {
    const user = userEvent.setup()
    const { onQuery, onHighlights } = show()
    await screen.findByRole('searchbox')
    await user.keyboard('lamp')
    await waitFor(() => {
      expect(onQuery).toHaveBeenLastCalledWith('lamp')
    })
    await waitFor(() => {
      expect(onHighlights.mock.lastCall?.[0]).not.toEqual([])
    })
    await user.clear(screen.getByRole('searchbox'))
    await waitFor(() => {
      expect(onQuery).toHaveBeenLastCalledWith('')
      expect(onHighlights).toHaveBeenLastCalledWith([])
    })
    expect(status()).toBeEmptyDOMElement()
  })

  it('finds whole words only, or mistyped ones, where one chooses so', async () => {
    const user = userEvent.setup()
    show({ asked: 'lam' })
    await waitFor(() => {
      expect(status()).toHaveTextContent('5 hits')
    })
    await user.click(screen.getByText('How to search'))
    await user.click(screen.getByRole('radio', { name: 'Whole words' }))
    expect(status()).toHaveTextContent('Nothing found.')
    await user.clear(screen.getByRole('searchbox'))
    await user.type(screen.getByRole('searchbox'), 'lmap')
    await waitFor(() => {
      expect(status()).toHaveTextContent('Nothing found.')
    })
    await user.click(screen.getByRole('checkbox', { name: 'Forgive a mistyped letter' }))
    await waitFor(() => {
      expect(status()).toHaveTextContent('5 hits')
    })
  })

  it('closes by Escape and by its button', async () => {
    const user = userEvent.setup()
    const { onClose } = show()
    await screen.findByRole('searchbox')
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('button', { name: 'Close the search' }))
    expect(onClose).toHaveBeenCalledTimes(2)
  })

  it('draws the first of very many hits, and more as one asks for them, to the last', async () => {
    const user = userEvent.setup()
    const many = article(`${'A lamp, a lamp, a lamp, a lamp. '.repeat(60)}\n`)
    show({ asked: 'lamp', facts: articleFacts(many), readEntries: () => searchEntries(many) })
    await waitFor(() => {
      expect(status()).toHaveTextContent('240 hits')
    })
    expect(hits()).toHaveLength(40)
    await user.click(screen.getByRole('button', { name: 'Later hits' }))
    expect(hits()).toHaveLength(120)
    await user.click(screen.getByRole('searchbox'))
    await user.keyboard('{Shift>}{Enter}{/Shift}')
    expect(status()).toHaveTextContent('240 of 240')
    expect(hits().at(-1)?.querySelector('button')).toHaveAttribute('aria-current', 'true')
    expect(hits().at(-1)).toHaveAttribute('aria-posinset', '240')
    await user.click(screen.getByRole('button', { name: 'Earlier hits' }))
    expect(hits()).toHaveLength(101)
  })
})
