/** How the browser came to load this document: `navigate`, `reload`, `back_forward`; undefined where it does not say. */
export function navigationType(): unknown {
  const [entry] = performance.getEntriesByType('navigation')
  return entry !== undefined && 'type' in entry ? entry.type : undefined
}

/** Whether the browser restores the scroll position: on reloading, and on coming back from another site. */
export function wasRestored(): boolean {
  const type = navigationType()
  return type !== undefined && type !== 'navigate'
}
