import type { Folder } from '#core/sharing'
import { compile, type Compiled } from '#features/shelf'
// oxlint-disable-next-line import/default -- The address is what Vite makes of it.
import address from './own-worker.ts?worker&url'
import { startWorker } from './start-worker.ts'

/**
 * Compiles an article in a worker, so that the page does not stand still for a long one. Where there can be
 * no worker, or it breaks, the page does it itself.
 */
export function compileBeside(folder: Folder): Promise<Compiled> {
  return new Promise((resolve) => {
    let worker: Worker | null = null
    const end = (compiled: Compiled | Promise<Compiled>) => {
      worker?.terminate()
      resolve(compiled)
    }
    const giveUp = () => {
      end(compile(folder))
    }
    try {
      worker = startWorker('own-worker', address)
    } catch {
      giveUp()
      return
    }
    worker.addEventListener('message', ({ data }: MessageEvent<Compiled>) => {
      end(data)
    })
    worker.addEventListener('error', giveUp)
    worker.addEventListener('messageerror', giveUp)
    worker.postMessage(folder)
  })
}
