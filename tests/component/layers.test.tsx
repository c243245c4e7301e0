import { readFileSync } from 'node:fs'
import { act, cleanup, render, screen, within, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { articleFacts, shownByDefault, type LayerId } from '#core/article'
import { parseArticle } from '#core/format'
import { ArticleTree } from '#features/document'
import { Reader } from '#features/reader'

const parsed = parseArticle(readFileSync('tests/fixtures/articles/specimen/article.md', 'utf8'), {
  slug: 'specimen',
})
if (!parsed.ok) throw new Error('The specimen is broken.')
const { article } = parsed
const facts = articleFacts(article)
const text = (
  <article>
    <ArticleTree article={article} />
  </article>
)

const labels = {
  original: 'Original text',
  'harbour-office': 'Remarks of the Harbour Office',
  nightwatch: 'Remarks by nightwatch',
  background: 'Background',
  footnotes: 'Footnote markers',
  capitals: 'Capitals',
}

const seen = vi.fn<(visible: readonly string[]) => void>()
const visit = { key: 'first', how: 'first', hash: '' } as const

const ignorePlaceKeeper = () => {}

interface PageProps {
  readonly unknown?: string[]
  readonly singleKeys?: boolean
  /** Else the page keeps for itself what is visible. */
  readonly visible?: readonly LayerId[]
  readonly onVisible?: (visible: readonly LayerId[]) => void
}

/** The reading room with what the page around it does: it keeps what is visible. */
function Page({ unknown = [], singleKeys = true, ...told }: PageProps) {
  const [visible, setVisible] = useState<readonly LayerId[]>(shownByDefault(facts.layers))
  return (
    <Reader
      facts={facts}
      text={text}
      visible={told.visible ?? visible}
      onVisible={(next) => {
        seen(next)
        setVisible(next)
        told.onVisible?.(next)
      }}
      unknownLayers={unknown}
      visit={visit}
      onGo={() => {}}
      onBack={() => {}}
      linkTo={(hash) => hash}
      preferences={{ singleKeys, noteOpening: 'rest' }}
      onPlaceKeeper={ignorePlaceKeeper}
      view="inline"
      onView={() => {}}
      home={null}
    />
  )
}

// By its label, since asking every element of an article for its role takes seconds.
const layers = () => screen.getByLabelText('Layers', { selector: '[role="group"]' })
const status = () => screen.getByText((_, element) => element?.role === 'status')
const layerSwitch = (id: keyof typeof labels) =>
  within(layers()).getByRole('switch', { name: labels[id] })
const passagesOf = (layer: string) => [
  ...document.querySelectorAll(`[data-passage][data-layer="${layer}"]`),
]

/** The first time, the list of keys has to be fetched and compiled. */
const patience = { timeout: 20_000 }
vi.setConfig({ testTimeout: 30_000 })

beforeAll(() => {
  // Without our style sheet the bar would be a closed popover, as on a phone.
  const style = document.createElement('style')
  style.textContent = '[popover] { display: block !important }'
  document.head.append(style)
  // Layout is the browser tests' business; here nothing stands anywhere.
  document.elementFromPoint = () => null
  // In the background nothing is painted, so nothing waits for a paint.
  Object.defineProperty(document, 'hidden', { value: true })
  window.scrollTo = () => {}
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
})
beforeEach(() => {
  cleanup()
  seen.mockClear()
})

describe('the bar of layers', () => {
  test('has a switch for each layer, in the article’s order, that says whether it is shown', () => {
    render(<Page />)
    const switches = within(layers()).getAllByRole('switch')
    expect(switches.map((control) => control.getAttribute('aria-labelledby'))).toHaveLength(6)
    for (const [index, label] of Object.values(labels).entries()) {
      expect(switches[index]).toHaveAccessibleName(label)
      expect(switches[index]?.ariaChecked).toBe(String(label !== 'Background'))
      expect(switches[index]).toHaveAttribute('aria-keyshortcuts', String(index + 1))
    }
  })

  test('says of each layer what it holds, and of those with words their share', () => {
    render(<Page />)
    expect(layerSwitch('original')).toHaveAccessibleDescription(
      /^\d+ passages, \d+ % of the words$/,
    )
    expect(layerSwitch('footnotes')).toHaveAccessibleDescription(/^\d+ markers$/)
    expect(layerSwitch('capitals')).toHaveAccessibleDescription(/^\d+ words$/)
  })

  test('a switch hides its layer where the browser’s search still reaches it, and says so', async () => {
    const user = userEvent.setup()
    render(<Page />)
    await user.click(layerSwitch('harbour-office'))
    expect(layerSwitch('harbour-office')).not.toBeChecked()
    expect(seen).toHaveBeenLastCalledWith(['original', 'nightwatch', 'footnotes', 'capitals'])
    expect(passagesOf('harbour-office').length).toBeGreaterThan(0)
    for (const passage of passagesOf('harbour-office')) {
      expect(passage).toHaveAttribute('hidden', 'until-found')
    }
    expect(status()).toHaveTextContent(
      /^Remarks of the Harbour Office hidden: \d+ passages?, .*\.$/,
    )
    await user.click(layerSwitch('harbour-office'))
    for (const passage of passagesOf('harbour-office')) {
      expect(passage).not.toHaveAttribute('hidden')
    }
    expect(status()).toHaveTextContent(/^Remarks of the Harbour Office shown/)
  })

  test('two switches in one frame are both done, before the page is drawn anew', () => {
    render(<Page />)
    act(() => {
      for (const key of ['2', '3']) {
        document.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Digit${key}` }))
      }
    })
    for (const passage of [...passagesOf('harbour-office'), ...passagesOf('nightwatch')]) {
      expect(passage).toHaveAttribute('hidden', 'until-found')
    }
    expect(seen).toHaveBeenLastCalledWith(['original', 'footnotes', 'capitals'])
    expect(layerSwitch('nightwatch')).not.toBeChecked()
  })

  test('a page that draws an older state late does not undo what was switched since', () => {
    const asked: (readonly LayerId[])[] = []
    const drawn = (visible: readonly LayerId[]) => (
      <Page visible={visible} onVisible={(next) => asked.push(next)} />
    )
    const press = (key: string) => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Digit${key}` }))
    }
    const isHidden = () => passagesOf('harbour-office').every((it) => it.hasAttribute('hidden'))
    const { rerender } = render(drawn(shownByDefault(facts.layers)))
    act(() => {
      press('2')
      press('2')
    })
    expect(asked).toHaveLength(2)
    for (const late of asked) {
      rerender(drawn(late))
      expect(isHidden()).toBe(false)
    }
    // What comes from elsewhere after that is shown again.
    rerender(drawn(asked[0] ?? []))
    expect(isHidden()).toBe(true)
  })

  test('where the line being read cannot be found, a switch still switches', () => {
    const failed = vi.spyOn(document, 'elementFromPoint').mockImplementation(() => {
      throw new Error('Not here.')
    })
    const reported = vi.fn<(error: unknown) => void>()
    vi.stubGlobal('reportError', reported)
    render(<Page />)
    act(() => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: '2', code: 'Digit2' }))
    })
    for (const passage of passagesOf('harbour-office')) {
      expect(passage).toHaveAttribute('hidden', 'until-found')
    }
    expect(reported).toHaveBeenCalled()
    failed.mockRestore()
  })

  test('a layer that is off by default starts hidden in a page that the browser draws', () => {
    render(<Page />)
    for (const passage of passagesOf('background')) {
      expect(passage).toHaveAttribute('hidden', 'until-found')
    }
    expect(passagesOf('original').every((passage) => !passage.hasAttribute('hidden'))).toBe(true)
  })

  test('“only this” and the views choose sets, and the present view is marked', async () => {
    const user = userEvent.setup()
    render(<Page />)
    await user.click(within(layers()).getByRole('button', { name: 'Only this: Background' }))
    expect(seen).toHaveBeenLastCalledWith(['background'])
    const views = within(layers()).getByRole('group', { name: 'Views' })
    const view = (name: string) => within(views).getByRole('button', { name })
    await user.click(view('Author only'))
    expect(seen).toHaveBeenLastCalledWith(['original', 'footnotes'])
    expect(view('Author only')).toHaveAttribute('aria-pressed', 'true')
    expect(view('As posted')).toHaveAttribute('aria-pressed', 'false')
    await user.click(view('As posted'))
    expect(seen).toHaveBeenLastCalledWith(shownByDefault(facts.layers))
  })

  test('a long press by finger leaves one layer, and the click that ends it does no more', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    try {
      const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
      render(<Page />)
      const target = layerSwitch('nightwatch')
      await user.pointer({ keys: '[TouchA>]', target })
      act(() => {
        vi.advanceTimersByTime(600)
      })
      await user.pointer({ keys: '[/TouchA]', target })
      expect(seen.mock.calls).toEqual([[['nightwatch']]])
      await user.pointer({ keys: '[TouchA]', target })
      expect(seen).toHaveBeenLastCalledWith([])
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('the keys', () => {
  test('digits switch, with Shift they leave one, 0 is as posted, others do nothing', async () => {
    const user = userEvent.setup()
    render(<Page />)
    await user.keyboard('3')
    expect(seen).toHaveBeenLastCalledWith(['original', 'harbour-office', 'footnotes', 'capitals'])
    await user.keyboard('{Shift>}[Digit2]{/Shift}')
    expect(seen).toHaveBeenLastCalledWith(['harbour-office'])
    await user.keyboard('0')
    expect(seen).toHaveBeenLastCalledWith(shownByDefault(facts.layers))
    seen.mockClear()
    // Capitals alone would be marks on nothing.
    await user.keyboard('{Shift>}[Digit6]{/Shift}')
    await user.keyboard('9x{Control>}1{/Control}{Alt>}1{/Alt}')
    expect(seen).not.toHaveBeenCalled()
  })

  test('? lists the keys', async () => {
    const user = userEvent.setup()
    HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement) {
      this.open = true
    }
    render(<Page />)
    await user.keyboard('?')
    const keys = await screen.findByLabelText('Keys', { selector: 'dialog' }, patience)
    // It is opened once it has been drawn.
    await waitFor(() => {
      expect(within(keys).getByText('Shift + 1 … 9')).toBeVisible()
    })
  })

  test('switched off, they do nothing', async () => {
    const user = userEvent.setup()
    render(<Page singleKeys={false} />)
    expect(layerSwitch('original')).not.toHaveAttribute('aria-keyshortcuts')
    await user.keyboard('30?')
    expect(seen).not.toHaveBeenCalled()
    expect(screen.queryByLabelText('Keys', { selector: 'dialog' })).toBeNull()
  })
})

describe('the links to places', () => {
  test('have each a name of their own', () => {
    render(<Page />)
    const links = [...document.querySelectorAll('.permalink')]
    const names = links.map((link) => link.getAttribute('aria-label'))
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter((name) => !name?.startsWith('Copy link to '))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('what is hidden', () => {
  test('has a stub that opens it alone and hands it the focus', async () => {
    const user = userEvent.setup()
    render(<Page />)
    const [first, second] = passagesOf('background')
    if (!(first instanceof HTMLElement) || second === undefined) throw new Error('Too few inserts.')
    const stub = first.nextElementSibling?.querySelector('button')
    expect(stub).toHaveTextContent(/^1 background insert hidden show/)
    if (!stub) throw new Error('No stub.')
    await user.click(stub)
    expect(first).not.toHaveAttribute('hidden')
    expect(first).toHaveFocus()
    expect(second).toHaveAttribute('hidden', 'until-found')
    expect(layerSwitch('background')).not.toBeChecked()
  })

  test('is hidden again by the button that has opened it, which keeps the focus meanwhile', async () => {
    const user = userEvent.setup()
    render(<Page />)
    const [first] = passagesOf('background')
    const stub = first?.nextElementSibling?.querySelector('button')
    if (first === undefined || !stub) throw new Error('No stub.')
    await user.click(stub)
    expect(first).toHaveAttribute('data-opened')
    expect(stub).toHaveTextContent(/Hide this insert again$/)
    stub.focus()
    await user.keyboard('6')
    expect(layerSwitch('capitals')).not.toBeChecked()
    expect(first).not.toHaveAttribute('hidden')
    expect(stub).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(first).toHaveAttribute('hidden', 'until-found')
    expect(first).not.toHaveAttribute('data-opened')
    expect(stub).toHaveFocus()
  })

  test('goes with its layer once that is shown and hidden, whatever was opened before', async () => {
    const user = userEvent.setup()
    render(<Page />)
    const [first] = passagesOf('background')
    const stub = first?.nextElementSibling?.querySelector('button')
    if (first === undefined || !stub) throw new Error('No stub.')
    await user.click(stub)
    await user.click(layerSwitch('background'))
    expect(first).not.toHaveAttribute('data-opened')
    await user.click(layerSwitch('background'))
    expect(first).toHaveAttribute('hidden', 'until-found')
  })

  test('switches its layer on when the browser’s search finds words in it', () => {
    render(<Page />)
    act(() => {
      passagesOf('background')[0]?.dispatchEvent(new Event('beforematch', { bubbles: true }))
    })
    expect(layerSwitch('background')).toBeChecked()
    expect(status()).toHaveTextContent('Background switched on: the place is in this layer.')
  })

  test('a link that names unknown layers says so once', async () => {
    const user = userEvent.setup()
    render(<Page unknown={['marginalia', 'glosses']} />)
    expect(status()).toHaveTextContent(
      'This link names layers that are not here: marginalia, glosses.',
    )
    await user.click(layerSwitch('capitals'))
    expect(status()).toHaveTextContent(/^Capitals hidden/)
  })
})
