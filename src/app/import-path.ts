/** The import page: a document of its own with a policy of its own, so it is never opened without loading. */
export const importPath = '/import/'

/** Asks the import page for a draft: to go on with it, or to review its article again. */
export function draftSearch(id: string): string {
  return `?draft=${encodeURIComponent(id)}`
}

/** The inverse; null where no draft is asked for. */
export function draftIn(search: string): string | null {
  return new URLSearchParams(search).get('draft')
}
