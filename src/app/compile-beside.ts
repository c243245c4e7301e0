import type { Folder } from '#core/sharing'
import { compile, openArticle, type Compiled, type Kept, type OpenedArticle } from '#features/shelf'
// oxlint-disable-next-line import/default -- The address is what Vite makes of it.
import address from './own-worker.ts?worker&url'
import { startWorker } from './start-worker.ts'

/** What the worker of the page is asked. */
export type AskedBeside =
  | { readonly type: 'folder'; readonly folder: Folder }
  | { readonly type: 'kept'; readonly id: string }

/** Compiles an article in a worker, so that the page does not stand still for a long one. */
export function compileBeside(folder: Folder): Promise<Compiled> {
  return beside({ type: 'folder', folder }, () => compile(folder))
}

/** The same with an article that is kept: a page that may not look at what is kept may have a worker that may. */
export function openBeside(id: string): Promise<Kept<OpenedArticle | null>> {
  return beside({ type: 'kept', id }, () => openArticle(id))
}

/** Where there can be no worker, or it breaks, the page does it itself. */
function beside<Done>(asked: AskedBeside, here: () => Promise<Done>): Promise<Done> {
  return new Promise((resolve) => {
    let worker: Worker | null = null
    const end = (done: Done | Promise<Done>) => {
      worker?.terminate()
      resolve(done)
    }
    const giveUp = () => {
      end(here())
    }
    try {
      worker = startWorker('own-worker', address)
    } catch {
      giveUp()
      return
    }
    worker.addEventListener('message', ({ data }: MessageEvent<Done>) => {
      end(data)
    })
    worker.addEventListener('error', giveUp)
    worker.addEventListener('messageerror', giveUp)
    worker.postMessage(asked)
  })
}
