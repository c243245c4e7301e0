// Before everything that it is for.
import './worker-in-development.ts'
import { compile, openArticle } from '#features/shelf'
import type { AskedBeside } from './compile-beside.ts'

/** Opens an article of the reader's own beside the page, which answers meanwhile. */
globalThis.addEventListener('message', ({ data }: MessageEvent<AskedBeside>) => {
  const work = data.type === 'kept' ? openArticle(data.id) : compile(data.folder)
  work.then(
    (done: unknown) => {
      globalThis.postMessage(done)
    },
    (error: unknown) => {
      // Should not happen; the page hears of it as of a worker that does not start.
      globalThis.reportError(error)
    },
  )
})
