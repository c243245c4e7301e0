import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { blockSaying, bring, showImporter } from '../support/importer.tsx'

/** Of our own writing: an author, a commentator, notes of which one is missing and one stands alone. */
const REPOST = `The Harbour and the Light

The harbour lay in the dark for nine winters, and nobody in the town would say why.[1] The keeper had left, and his lamp with him.

Comment by Ana Reyes: This is not how my grandmother told it. She was there when the lamp went out.

In the tenth winter a ship came in, and its master asked for the keeper by name.[2]

Notes

[1] Town records, volume three.
[4] A letter that nobody has seen.`

beforeAll(() => {
  // jsdom knows dialogs, but does not open them.
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close() {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
})

const say = (sentence: string | RegExp) => screen.findByText(sentence, { selector: '.review-news' })

async function open(store: Parameters<typeof showImporter>[1] = {}) {
  const shown = showImporter({}, store)
  await bring(shown, REPOST)
  return shown
}

describe('what goes in', () => {
  test('an empty field is no text: the page says so and stays', async () => {
    const { user } = showImporter()
    await user.click(screen.getByRole('button', { name: 'Tell the voices apart' }))
    expect(screen.getByRole('alert')).toHaveTextContent('Paste a text first')
    expect(screen.getByRole('textbox', { name: 'Paste the text here' })).toHaveFocus()
  })

  test('markup on the clipboard is read as markup, and shown as text', async () => {
    const { user } = showImporter()
    const data = new DataTransferStub({
      'text/plain': 'Bold words <img src=x onerror=alert(1)>',
      'text/html':
        '<p><b>Bold</b> words &lt;img src=x onerror=alert(1)&gt;</p><script>alert(2)</script>',
    })
    await user.click(screen.getByRole('textbox', { name: 'Paste the text here' }))
    await user.paste(data.asDataTransfer())
    expect(screen.getByText('With its formatting, as it was copied.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Tell the voices apart' }))
    await screen.findByRole('listbox')
    expect(blockSaying('Bold words <img src=x onerror=alert(1)>')).toBeInTheDocument()
    expect(document.querySelector('img, script')).toBeNull()
  })

  test('of a text put together from two pastes, both are read', async () => {
    const { user } = showImporter()
    const first = new DataTransferStub({
      'text/plain': 'The lamp was dark.\n\n',
      text: 'The lamp was dark.\n\n',
      'text/html': '<p>The lamp was <b>dark</b>.</p>',
    })
    await user.click(screen.getByRole('textbox', { name: 'Paste the text here' }))
    await user.paste(first.asDataTransfer())
    await user.paste('Comment by Ana Reyes: Not for long.')
    expect(screen.queryByText('With its formatting, as it was copied.')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Tell the voices apart' }))
    await screen.findByRole('listbox')
    expect(blockSaying('The lamp was dark.')).toBeInTheDocument()
    expect(blockSaying('Comment by Ana Reyes: Not for long.')).toBeInTheDocument()
  })

  test('a paste that is too long for the field takes nothing from what stood there', async () => {
    const { user } = showImporter()
    const field = () => screen.getByRole('textbox', { name: 'Paste the text here' })
    await user.type(field(), 'Said before. ')
    await user.paste('long '.repeat(50_000))
    await user.click(screen.getByRole('button', { name: 'Take it out again' }))
    expect(field()).toHaveValue('Said before. ')
    await user.click(field())
    await user.paste(`${'long '.repeat(50_000)}\n\nThe end.`)
    await user.click(screen.getByRole('button', { name: 'Tell the voices apart' }))
    await screen.findByRole('listbox')
    expect(blockSaying('Said before. long')).toBeInTheDocument()
  })

  test('a draft that is discarded can be put back, and what the browser refuses is told', async () => {
    const draft = { id: 'one', title: 'The Harbour', changed: new Date(0) }
    let there = [draft]
    let isRefused = true
    const listeners: (() => void)[] = []
    const drafts = {
      list: () => Promise.resolve(there),
      follow: (listener: () => void) => {
        listeners.push(listener)
        return () => {}
      },
      discard: () => {
        if (isRefused) return Promise.resolve(null)
        there = []
        listeners.forEach((listener) => {
          listener()
        })
        return Promise.resolve(() => {
          there = [draft]
          listeners.forEach((listener) => {
            listener()
          })
          return Promise.resolve(true)
        })
      },
    }
    const { user } = showImporter({ drafts })
    const discard = () =>
      screen.findByRole('button', { name: 'Discard the draft of “The Harbour”' })
    await user.click(await discard())
    expect(await screen.findByText(/It is still there/)).toBeInTheDocument()
    isRefused = false
    await user.click(await discard())
    const undo = await screen.findByRole('button', { name: 'Undo' })
    expect(undo).toHaveFocus()
    await user.click(undo)
    await waitFor(() => {
      expect(screen.getByRole('button', { name: /^The Harbour/ })).toHaveFocus()
    })
  })

  test('a file is read by its bytes', async () => {
    const { user } = showImporter()
    const file = new File([REPOST], 'harbour.txt', { type: 'text/plain' })
    await user.upload(screen.getByLabelText('Choose a file', { selector: 'input' }), file)
    await screen.findByRole('listbox')
    expect(blockSaying('The harbour lay')).toBeInTheDocument()
  })

  test('of a file that is too large nothing is read', async () => {
    const { user } = showImporter()
    const file = new File(['x'], 'everything.txt', { type: 'text/plain' })
    Object.defineProperty(file, 'size', { value: 5e9 })
    const read = vi.spyOn(file, 'arrayBuffer')
    await user.upload(screen.getByLabelText('Choose a file', { selector: 'input' }), file)
    expect(await screen.findByRole('alert')).toHaveTextContent('everything.txt is too large')
    expect(read).not.toHaveBeenCalled()
  })

  test('a file that cannot be read is told with what to do instead', async () => {
    const { user } = showImporter({}, {}, { applyAccept: false })
    const file = new File(['%PDF-1.7\n%âãÏÓ\n1 0 obj'], 'scan.pdf', { type: 'application/pdf' })
    await user.upload(screen.getByLabelText('Choose a file', { selector: 'input' }), file)
    expect(await screen.findByRole('alert')).toHaveTextContent('Copy the text out of it')
  })

  test('a draft that was kept is taken up where it was left', async () => {
    const { saved, user } = await open()
    await user.click(blockSaying('In the tenth winter'))
    await user.keyboard('3')
    await screen.findByText('Kept in this browser.')
    const [[id] = []] = [...saved]
    document.body.replaceChildren()
    const draft = saved.get(id ?? '')
    showImporter(
      { opens: id ?? null },
      {
        loadDraft: () =>
          Promise.resolve({ ok: true, value: draft === undefined ? null : { draft, revision: 1 } }),
      },
    )
    await screen.findByRole('listbox')
    expect(blockSaying('In the tenth winter')).toHaveTextContent(/^Background/)
  })
})

describe('the review', () => {
  test('a digit says what the chosen block is, and undo takes it back', async () => {
    const { user } = await open()
    await user.click(blockSaying('In the tenth winter'))
    await user.keyboard('2')
    expect(blockSaying('In the tenth winter')).toHaveTextContent(/^Commentary/)
    expect(await say('Now: Commentary.')).toBeInTheDocument()
    await user.keyboard('{Control>}z{/Control}')
    expect(blockSaying('In the tenth winter')).not.toHaveTextContent(/^Commentary/)
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    expect(blockSaying('In the tenth winter')).toHaveTextContent(/^Commentary/)
  })

  test('nothing is done by digits that a reader has switched off', async () => {
    const shown = showImporter({ areSingleKeysOn: false })
    await bring(shown, REPOST)
    await shown.user.click(blockSaying('In the tenth winter'))
    const before = blockSaying('In the tenth winter').textContent
    await shown.user.keyboard('2')
    expect(blockSaying('In the tenth winter').textContent).toBe(before)
    await shown.user.click(screen.getByRole('radio', { name: /Background/ }))
    expect(blockSaying('In the tenth winter')).toHaveTextContent(/^Background/)
  })

  test('several blocks are chosen with Shift and the arrows, and assigned at once', async () => {
    const { user } = await open()
    await user.click(blockSaying('The harbour lay'))
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}9')
    expect(await say('3 blocks are now: Not the text.')).toBeInTheDocument()
    for (const words of ['The harbour lay', 'Comment by Ana', 'In the tenth']) {
      expect(blockSaying(words)).toHaveTextContent(/^Not the text/)
    }
  })

  test('a block is split at the caret and joined again, and no letter is lost', async () => {
    const { user } = await open()
    const whole = () =>
      screen.getAllByRole('option').map((block) => block.querySelector('.block-text')?.textContent)
    const before = whole().join('')
    await user.click(blockSaying('In the tenth winter'))
    await user.keyboard('s')
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Where to split it' })
    const at = field.value.indexOf('and its master')
    field.setSelectionRange(at, at)
    await user.keyboard('x{Enter}')
    expect(field.value).not.toContain('x')
    expect(blockSaying('and its master asked')).toBeInTheDocument()
    await user.click(blockSaying('In the tenth winter'))
    await user.keyboard('j')
    expect(await say('Joined with the next.')).toBeInTheDocument()
    expect(whole().join('')).toBe(before)
  })

  test('what is in doubt is counted, and one goes from one to the next until nothing is left', async () => {
    const { user } = await open()
    for (const _ of screen.getAllByRole('option')) {
      await user.keyboard('n ')
    }
    expect(screen.getByText('Nothing left to look at')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Next one to look at' })).toBeDisabled()
  })

  test('the table of notes has the marker without a note and the note without a marker', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('tab', { name: 'Notes' }))
    const lost = screen.getByRole('table', { name: 'Markers without a note' })
    expect(within(lost).getByRole('rowheader', { name: '2' })).toBeInTheDocument()
    const alone = screen.getByRole('table', { name: 'Notes without a marker' })
    expect(within(alone).getByRole('rowheader', { name: '4' })).toBeInTheDocument()
    await user.selectOptions(
      within(lost).getByRole('combobox', { name: 'Note for the marker 2' }),
      within(lost).getByRole('option', { name: /A letter that nobody/ }),
    )
    expect(screen.queryByRole('table', { name: 'Markers without a note' })).toBeNull()
  })

  test('a voice is renamed everywhere, and two of one name become one', async () => {
    const { user } = await open()
    await user.click(blockSaying('In the tenth winter'))
    await user.keyboard('2v')
    expect(screen.getByRole('combobox', { name: 'Voice' })).toHaveFocus()
    await user.keyboard('Somebody{Enter}')
    await user.click(screen.getByRole('tab', { name: 'Voices' }))
    const field = screen.getByRole('textbox', { name: 'Name of the voice “Somebody”' })
    await user.clear(field)
    await user.type(field, 'Ana Reyes{Enter}')
    expect(await say('The two voices are one now: Ana Reyes.')).toBeInTheDocument()
    expect(screen.getAllByRole('textbox', { name: /Name of the voice/ })).toHaveLength(1)
  })

  test('title and author are as the person says, and stand in what is read', async () => {
    const { user, read, shelved } = await open()
    await user.click(screen.getByRole('tab', { name: 'About the text' }))
    const title = screen.getByRole('textbox', { name: 'Title' })
    await user.clear(title)
    await user.type(title, 'The lamp{Enter}')
    await user.type(screen.getByRole('textbox', { name: 'Author' }), 'Ilse Varn, Tom Oake{Enter}')
    await user.click(screen.getByRole('button', { name: 'Read' }))
    await waitFor(() => {
      expect(read).toEqual(['own'])
    })
    const [folder] = shelved
    expect(folder?.title).toBe('The lamp')
    expect(folder?.markdown).toMatch(/authors:\n\s+- Ilse Varn\n\s+- Tom Oake/)
    expect(folder?.source).toContain('The harbour lay in the dark')
  })

  test('the article beside it follows', async () => {
    const { user } = await open()
    await waitFor(() => {
      expect(screen.getByTestId('preview')).toHaveTextContent('nine winters')
    })
    await user.click(blockSaying('In the tenth winter'))
    await user.keyboard('9')
    await waitFor(() => {
      expect(screen.getByTestId('preview')).not.toHaveTextContent('In the tenth winter')
    })
  })

  test('what is still being kept when one leaves is kept first', async () => {
    const waiting: (() => void)[] = []
    const shown = showImporter(
      {},
      {
        saveDraft: (_, __, revision) =>
          new Promise((resolve) => {
            waiting.push(() => {
              resolve({ ok: true, value: revision + 1 })
            })
          }),
      },
    )
    await bring(shown, REPOST)
    await waitFor(() => {
      expect(waiting).toHaveLength(1)
    })
    await shown.user.click(screen.getByRole('button', { name: 'Bring another text' }))
    expect(screen.getByRole('listbox')).toBeInTheDocument()
    waiting[0]?.()
    expect(await screen.findByRole('textbox', { name: 'Paste the text here' })).toBeInTheDocument()
  })

  test('a shelf that breaks is told, and tried again with the next step', async () => {
    let times = 0
    const shown = showImporter(
      {},
      {
        saveDraft: (_, __, revision) => {
          times += 1
          return times === 1
            ? Promise.reject(new Error('gone'))
            : Promise.resolve({ ok: true, value: revision + 1 })
        },
      },
    )
    await bring(shown, REPOST)
    expect(await screen.findByRole('alert')).toBeInTheDocument()
    await shown.user.click(blockSaying('In the tenth winter'))
    await shown.user.keyboard('2')
    expect(await screen.findByText('Kept in this browser.')).toBeInTheDocument()
  })

  test('a browser that cannot keep the draft says so, and the work goes on', async () => {
    const shown = showImporter(
      {},
      { saveDraft: () => Promise.resolve({ ok: false, reason: 'full' }) },
    )
    await bring(shown, REPOST)
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no room left')
    await shown.user.click(blockSaying('In the tenth winter'))
    await shown.user.keyboard('2')
    expect(blockSaying('In the tenth winter')).toHaveTextContent(/^Commentary/)
  })

  test('a name that was typed leads back to its block, and Escape leads there without it', async () => {
    const { user } = await open()
    await user.click(blockSaying('In the tenth winter'))
    await user.keyboard('2v')
    expect(screen.getByRole('combobox', { name: 'Voice' })).toHaveFocus()
    await user.keyboard('Tom Oake{Enter}')
    expect(blockSaying('In the tenth winter')).toHaveTextContent(/^CommentaryTom Oake/)
    expect(blockSaying('In the tenth winter')).toHaveFocus()
    await user.keyboard('v')
    await user.keyboard('Nobody{Escape}')
    expect(blockSaying('In the tenth winter')).toHaveTextContent(/^CommentaryTom Oake/)
    expect(blockSaying('In the tenth winter')).toHaveFocus()
  })

  test('all keys are listed under ?', async () => {
    const { user } = await open()
    await user.click(blockSaying('In the tenth winter'))
    await user.keyboard('?')
    expect(screen.getByRole('dialog', { name: 'Keys' })).toHaveTextContent('join it with the next')
  })
})

describe('a desk that cannot be started', () => {
  test('is told, with what to do', async () => {
    const { user } = showImporter({
      startDesk: () => {
        throw new Error('No worker.')
      },
    })
    await user.type(screen.getByRole('textbox', { name: 'Paste the text here' }), 'Words.')
    await user.click(screen.getByRole('button', { name: 'Tell the voices apart' }))
    expect(screen.getByRole('alert')).toHaveTextContent('could not be started')
  })
})

/** What jsdom has no class for. */
class DataTransferStub {
  readonly #data: Readonly<Record<string, string>>
  readonly getData = vi.fn<(type: string) => string>((type) => this.#data[type] ?? '')
  constructor(data: Readonly<Record<string, string>>) {
    this.#data = data
  }
  asDataTransfer(): DataTransfer {
    const stub = { getData: this.getData, items: [], types: Object.keys(this.#data), files: [] }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of it as is asked for
    return stub as unknown as DataTransfer
  }
}
