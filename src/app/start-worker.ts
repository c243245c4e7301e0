const policies = new Map<
  string,
  { readonly createScriptURL: (asked: string) => string } | undefined
>()

/**
 * Starts a worker of a page. The page may make code of one string more for it, the worker's address; the
 * policy that lets it through is named in the page's Content-Security-Policy (`build/security-policy.ts`),
 * and can be made once.
 */
export function startWorker(policy: string, address: string): Worker {
  if (!policies.has(policy)) {
    const made = globalThis.trustedTypes?.createPolicy(policy, {
      createScriptURL: (asked) => {
        if (asked === address) return asked
        throw new TypeError(`${asked} is not the worker of ${policy}, ${address}.`)
      },
    })
    policies.set(policy, made)
  }
  return new Worker(policies.get(policy)?.createScriptURL(address) ?? address, { type: 'module' })
}
