import type { Answered, Asked, DeskLine } from '#features/importer'
// oxlint-disable-next-line import/default -- The address is what Vite makes of it.
import address from './import-worker.ts?worker&url'

/** Starts the worker in which texts are read and separated. */
export function startImportWorker(): DeskLine {
  const worker = new Worker(trusted(), { type: 'module' })
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

let policy: { readonly createScriptURL: (asked: string) => string } | undefined

/** This page may make code of one string: the address of its worker. See `build/security-policy.ts`. */
function trusted(): string {
  policy ??= globalThis.trustedTypes?.createPolicy('import-worker', {
    createScriptURL: (asked) => {
      if (asked === address) return asked
      throw new TypeError(`${asked} is not the worker of the importer, ${address}.`)
    },
  })
  return policy?.createScriptURL(address) ?? address
}
