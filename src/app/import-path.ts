/** The import page: a document of its own with a policy of its own, so it is never opened without loading. */
export const importPath = '/import/'
