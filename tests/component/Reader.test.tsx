import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { articleFacts, shownByDefault } from '#core/article'
import { ArticleTree } from '#features/document'
import { Reader, type ReaderProps } from '#features/reader'
import { article } from '../unit/format/fixtures.ts'

const lamp = article(
  '## The keeper\n\nWords of the author.\n\n:::commentary{layer="first"}\nA remark.\n:::\n\n### The ledger\n\nMore :insertion[words]{layer="second"}.\n\n## Afterwards\n\nWords.\n',
)
const facts = articleFacts(lamp)

function show(props: Partial<ReaderProps> = {}) {
  const onGo = vi.fn<ReaderProps['onGo']>()
  render(
    <Reader
      facts={facts}
      text={
        <article>
          <ArticleTree article={lamp} />
        </article>
      }
      visible={shownByDefault(facts.layers)}
      onVisible={() => {}}
      unknownLayers={[]}
      visit={{ key: 'one', how: 'first', hash: '' }}
      onGo={onGo}
      onBack={() => {}}
      linkTo={(hash) => `https://a.example/read/lamp/?layers=original${hash}`}
      preferences={{ singleKeys: true, noteOpening: 'rest' }}
      onPlaceKeeper={() => {}}
      view="inline"
      onView={() => {}}
      home={null}
      {...props}
    />,
  )
  return { onGo }
}

/** jsdom knows no style sheet of ours: to it, the contents are a sheet that is not open. */
const entries = () => {
  const contents = document.getElementById('contents')
  if (contents === null) throw new Error('There are no contents.')
  return within(contents).getAllByRole('link', { hidden: true })
}

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
})

describe('the contents of a reading page', () => {
  it('list the sections in their order, then the foot of the page, as links that work without script', () => {
    show()
    expect(entries().map((link) => link.getAttribute('href'))).toEqual([
      '#the-keeper',
      '#the-ledger',
      '#afterwards',
      '#colophon',
    ])
  })

  it('name the layers of a section to whoever does not see the marks', () => {
    show()
    expect(entries().map((link) => link.textContent)).toEqual([
      'The keeperFirst',
      'The ledgerSecond',
      'Afterwards',
      'About this edition',
    ])
  })

  it('go by a click and by Enter, and leave clicks with a key held to the browser', async () => {
    const user = userEvent.setup()
    const { onGo } = show()
    const [keeper, , afterwards] = entries()
    if (keeper === undefined || afterwards === undefined) throw new Error('Entries are missing.')
    await user.click(afterwards)
    expect(onGo).toHaveBeenLastCalledWith('#afterwards')
    keeper.focus()
    await user.keyboard('{Enter}')
    expect(onGo).toHaveBeenLastCalledWith('#the-keeper')
    await user.keyboard('{Control>}')
    await user.click(afterwards)
    await user.keyboard('{/Control}')
    expect(onGo).toHaveBeenCalledTimes(2)
  })
})

describe('a link that copies itself', () => {
  it('says so, in a place that listened before', async () => {
    const user = userEvent.setup()
    show()
    const status = screen.getByRole('status')
    expect(status).toBeEmptyDOMElement()
    const [link] = within(screen.getByRole('main')).getAllByRole('link', { name: /^Copy link/ })
    if (link === undefined) throw new Error('There is no link.')
    await user.click(link)
    await waitFor(() => {
      expect(status).toHaveTextContent('Link copied.')
    })
    expect(await navigator.clipboard.readText()).toBe(
      'https://a.example/read/lamp/?layers=original#the-keeper',
    )
  })

  it('offers its address for copying by hand where nothing else works', async () => {
    const user = userEvent.setup()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
    document.execCommand = () => false
    show()
    const [link] = within(screen.getByRole('main')).getAllByRole('link', { name: /^Copy link/ })
    if (link === undefined) throw new Error('There is no link.')
    await user.click(link)
    const field = await screen.findByRole<HTMLInputElement>('textbox')
    expect(field).toHaveAccessibleName(/copying is not possible/i)
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe(
      'https://a.example/read/lamp/?layers=original#the-keeper',
    )
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})

describe('a link that names layers which are not here', () => {
  it('is told once, and the page reads on', async () => {
    const user = userEvent.setup()
    show({ unknownLayers: ['margin', 'gloss'] })
    expect(screen.getByRole('status')).toHaveTextContent('margin, gloss')
    expect(screen.getByText('Words of the author.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })
})
