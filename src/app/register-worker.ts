import { SERVICE_WORKER } from '#core/offline'
import { hrefOf } from './paths.ts'

const ADDRESS = hrefOf(`/${SERVICE_WORKER}`)

/**
 * Registers the service worker. Null where there can be none: without a secure connection, in browsers
 * without service workers, and where a reader or a browser forbids to store anything.
 */
export async function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null
  try {
    const registration: unknown = await navigator.serviceWorker.register(trusted(ADDRESS))
    return registration instanceof ServiceWorkerRegistration ? registration : null
  } catch {
    return null
  }
}

/**
 * A page of ours turns no string into code, with one exception: this address, and no other. The policy
 * is named in the pages' Content-Security-Policy (`build/security-policy.ts`) and can be made once.
 */
function trusted(address: string): string {
  const policy = globalThis.trustedTypes?.createPolicy('service-worker', {
    createScriptURL: (asked) => {
      if (asked === ADDRESS) return asked
      throw new TypeError(`${asked} is not the service worker of this site, ${ADDRESS}.`)
    },
  })
  return policy?.createScriptURL(address) ?? address
}
