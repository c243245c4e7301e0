import { describe, expect, it, vi } from 'vitest'
import { serveDesk, type Answered, type Asked, type DeskStore } from '#features/importer'

const STORE: DeskStore = {
  saveDraft: (_, __, revision) => Promise.resolve({ ok: true, value: revision + 1 }),
  loadDraft: () => Promise.resolve({ ok: true, value: null }),
  followDrafts: () => {},
  shelve: () => Promise.resolve({ ok: true, value: 'own' }),
  shelveFile: () => Promise.resolve(null),
  pack: () => ({ name: 'own.zip', bytes: new Uint8Array() }),
}

/** A desk with a text on it that is kept, and what it answers from then on. */
async function desk(store: Partial<DeskStore> = {}) {
  const answers: Answered[] = []
  let ask: (asked: Asked) => void = () => {}
  const send = (answer: Answered) => void answers.push(answer)
  serveDesk(
    {
      send,
      onMessage: (listener) => {
        ask = listener
      },
    },
    { ...STORE, ...store },
  )
  ask({ type: 'read', id: 'one', brought: { type: 'paste', text: 'Dear reader.', html: null } })
  await vi.waitFor(() => {
    expect(answers.at(-1)).toEqual({ type: 'kept', steps: 0 })
  })
  answers.length = 0
  return { answers, ask }
}

/** What no browser should do, and some do when their memory is full. */
function broken(): never {
  throw new Error('Out of memory.')
}

describe('what should not happen on the desk', () => {
  it('ends a review with which its own copy is out of step: nothing of it would be kept any more', async () => {
    const { answers, ask } = await desk()
    ask({
      type: 'edit',
      edit: {
        type: 'section',
        key: '1',
        get title() {
          return broken()
        },
      },
    })
    await vi.waitFor(() => {
      expect(answers).toEqual([{ type: 'failed', reason: 'desk-lost', about: null }])
    })
  })

  it('costs a preview no more than the preview', async () => {
    const { answers, ask } = await desk()
    ask({
      type: 'preview',
      get around() {
        return broken()
      },
    })
    ask({ type: 'preview', around: null })
    await vi.waitFor(() => {
      expect(answers.map(({ type }) => type).sort()).toEqual(['no-preview', 'preview'])
    })
  })
})

describe('a file that is an article already', () => {
  const file = {
    type: 'file',
    bytes: new Uint8Array([45, 45, 45]),
    name: 'article.md',
    mediaType: null,
    url: null,
  } as const

  it.each([
    [{ reason: 'unreadable', messages: ['A title is wanted.'] }, 'article-unreadable'],
    [{ reason: 'damaged' }, 'package-damaged'],
    [{ reason: 'too-large' }, 'package-too-large'],
    [{ reason: 'full' }, 'full'],
  ] as const)('is told by its own fault: %o', async (fault, reason) => {
    const { answers, ask } = await desk({
      shelveFile: () => Promise.resolve({ ok: false, ...fault }),
    })
    ask({ type: 'read', id: 'two', brought: file })
    await vi.waitFor(() => {
      expect(answers).toMatchObject([{ type: 'failed', reason }])
    })
  })
})
