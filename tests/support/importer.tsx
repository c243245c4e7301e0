import { configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  Importer,
  serveDesk,
  type Answered,
  type ArticleFolder,
  type Asked,
  type DeskLine,
  type DeskStore,
  type ImporterProps,
} from '#features/importer'

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 })

/** A desk in the same thread: what goes over the line is copied, as it is between page and worker. */
function deskHere(store: DeskStore): DeskLine {
  const { port1: page, port2: desk } = new MessageChannel()
  serveDesk(
    {
      send: (message: Answered) => {
        desk.postMessage(message)
      },
      onMessage: (listener) => {
        desk.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
          listener(data)
        })
      },
    },
    store,
  )
  desk.start()
  return {
    send: (message) => {
      page.postMessage(message)
    },
    onMessage: (listener) => {
      page.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
        listener(data)
      })
      page.start()
    },
    onBroken: () => {},
    end: () => {
      page.close()
    },
  }
}

interface Shown {
  readonly user: ReturnType<typeof userEvent.setup>
  /** What was put on the shelf, and then read. */
  readonly shelved: ArticleFolder[]
  readonly read: string[]
  readonly saved: Map<string, Parameters<DeskStore['saveDraft']>[1]>
  /** The names under which the draft under review was kept, or null where there was none. */
  readonly named: (string | null)[]
}

/** Shows the page of the importer, with everything real but the worker and the browser's storage. */
export function showImporter(
  changes: Partial<ImporterProps> = {},
  store: Partial<DeskStore> = {},
  options: Parameters<typeof userEvent.setup>[0] = {},
): Shown {
  const saved: Shown['saved'] = new Map()
  const shelved: ArticleFolder[] = []
  const read: string[] = []
  const named: Shown['named'] = []
  let drafts = 0
  const kept: DeskStore = {
    saveDraft: (id, draft, revision) => {
      saved.set(id, draft)
      return Promise.resolve({ ok: true, value: revision + 1 })
    },
    loadDraft: (id) => {
      const draft = saved.get(id)
      return Promise.resolve({
        ok: true,
        value: draft === undefined ? null : { draft, revision: 1 },
      })
    },
    followDrafts: () => {},
    shelve: (folder) => {
      shelved.push(folder)
      return Promise.resolve({ ok: true, value: 'own' })
    },
    shelveFile: () => Promise.resolve(null),
    pack: ({ title }) => ({ name: `${title}.zip`, bytes: new Uint8Array() }),
    ...store,
  }
  render(
    <Importer
      startDesk={() => deskHere(kept)}
      drafts={{
        list: () => Promise.resolve([]),
        discard: () => Promise.resolve(null),
        follow: () => () => {},
      }}
      newId={() => `draft-${(drafts += 1)}`}
      Preview={({ article }) => <p data-testid="preview">{JSON.stringify(article.sections)}</p>}
      areSingleKeysOn
      tools={null}
      toLibrary={<a href="/">Library</a>}
      opens={null}
      onDraft={(id) => {
        named.push(id)
      }}
      onRead={(article) => {
        read.push(article)
      }}
      onDownload={() => {}}
      {...changes}
    />,
  )
  return { user: userEvent.setup(options), read, shelved, saved, named }
}

/** Types a text in and waits until its blocks are there. */
export async function bring({ user }: Shown, text: string): Promise<void> {
  const field = screen.getByRole('textbox', { name: 'Paste the text here' })
  await user.click(field)
  await user.paste(text)
  await user.click(screen.getByRole('button', { name: 'Tell the voices apart' }))
  await screen.findByRole('listbox', { name: 'The text as it was' })
}

/** The block that begins so. */
export function blockSaying(words: string): HTMLElement {
  const found = screen
    .getAllByRole('option')
    .find((block) => block.querySelector('.block-text')?.textContent.startsWith(words))
  if (found === undefined) throw new Error(`No block begins with “${words}”.`)
  return found
}
