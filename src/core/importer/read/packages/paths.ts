/*
 * Names of files in a package. They are keys of a map and never touch a file system: `../` beyond the
 * root leads to the root.
 */

export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** What a reference in a file of this folder means, as the name of a file in the package. */
export function resolvePath(folder: string, reference: string): string {
  const path = decoded(reference.split('#')[0] ?? '')
  const steps = path.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference)
  } catch {
    return reference
  }
}
