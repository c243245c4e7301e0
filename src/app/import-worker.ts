import { serveDesk, type Answered, type Asked } from '#features/importer'

/** The importer's own thread, so that the page answers whatever is being read. */
serveDesk(
  {
    send: (message: Answered) => {
      globalThis.postMessage(message)
    },
    onMessage: (listener) => {
      globalThis.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
        listener(data)
      })
    },
  },
  {
    saveDraft: () => Promise.resolve({ ok: true, value: null }),
    loadDraft: () => Promise.resolve({ ok: true, value: null }),
    shelve: () => Promise.resolve({ ok: false, reason: 'unavailable' }),
    pack: () => ({ name: '', bytes: new Uint8Array() }),
  },
)
