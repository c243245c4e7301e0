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
  { save: () => Promise.resolve(), load: () => Promise.resolve(null) },
)
