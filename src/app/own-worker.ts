// Before everything that it is for.
import './worker-in-development.ts'
import type { Folder } from '#core/sharing'
import { compile } from '#features/shelf'

/** Compiles an article of the reader's own beside the page, which answers meanwhile. */
globalThis.addEventListener('message', ({ data }: MessageEvent<Folder>) => {
  compile(data).then(
    (compiled) => {
      globalThis.postMessage(compiled)
    },
    (error: unknown) => {
      // Should not happen; the page hears of it as of a worker that does not start.
      globalThis.reportError(error)
    },
  )
})
