import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { articleFacts } from '#core/article'
import { Contents } from '../../src/features/reader/Contents.tsx'
import { article } from '../unit/format/fixtures.ts'

const facts = articleFacts(
  article(
    '## The keeper\n\nWords.\n\n:::commentary{layer="first"}\nA remark.\n:::\n\n### The ledger\n\nMore :insertion[words]{layer="second"}.\n\n## Afterwards\n\nWords.\n',
  ),
)

/** To jsdom, which knows no style sheet, the list is a sheet that is not open. */
const links = () => screen.getAllByRole('link', { hidden: true })

function show(current: string | null, onGo: (hash: string) => void = () => {}) {
  return render(
    <Contents entries={facts.outline} layers={facts.layers} current={current} onGo={onGo} />,
  )
}

describe('the contents', () => {
  it('list the sections in their order, with links that work without script', () => {
    show(null)
    expect(links().map((link) => link.getAttribute('href'))).toEqual([
      '#the-keeper',
      '#the-ledger',
      '#afterwards',
    ])
  })

  it('say which entry is the place being read, and only that one', () => {
    const { rerender } = show('the-ledger')
    const current = () =>
      links()
        .filter((link) => link.hasAttribute('aria-current'))
        .map((link) => link.getAttribute('href'))
    expect(current()).toEqual(['#the-ledger'])
    rerender(
      <Contents
        entries={facts.outline}
        layers={facts.layers}
        current="afterwards"
        onGo={() => {}}
      />,
    )
    expect(current()).toEqual(['#afterwards'])
    rerender(
      <Contents entries={facts.outline} layers={facts.layers} current={null} onGo={() => {}} />,
    )
    expect(current()).toEqual([])
  })

  it('name the layers of a section to whoever does not see the marks', () => {
    show(null)
    expect(links().map((link) => link.textContent)).toEqual([
      'The keeperFirst',
      'The ledgerSecond',
      'Afterwards',
    ])
  })

  it('go by a click and by Enter, and leave clicks with a key to the browser', async () => {
    const user = userEvent.setup()
    const onGo = vi.fn()
    show(null, onGo)
    await user.click(screen.getByText('Afterwards'))
    expect(onGo.mock.lastCall).toEqual(['#afterwards'])
    links()[0]?.focus()
    await user.keyboard('{Enter}')
    expect(onGo.mock.lastCall).toEqual(['#the-keeper'])
    await user.keyboard('{Control>}')
    await user.click(screen.getByText('Afterwards'))
    await user.keyboard('{/Control}')
    expect(onGo).toHaveBeenCalledTimes(2)
  })
})
