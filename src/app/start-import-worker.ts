import type { Answered, Asked, DeskLine } from '#features/importer'
// oxlint-disable-next-line import/default -- The address is what Vite makes of it.
import address from './import-worker.ts?worker&url'
import { startWorker } from './start-worker.ts'

/** Starts the worker in which texts are read and separated. */
export function startImportWorker(): DeskLine {
  const worker = startWorker('import-worker', address)
  return {
    send: (message: Asked, transfer: Transferable[] = []) => {
      worker.postMessage(message, transfer)
    },
    onMessage: (listener) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
        listener(data)
      })
    },
    onBroken: (listener) => {
      worker.addEventListener('error', listener)
      worker.addEventListener('messageerror', listener)
    },
    end: () => {
      worker.terminate()
    },
  }
}
