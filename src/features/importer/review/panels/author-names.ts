/**
 * Authors as one line, and back. Commas stand between them, as people write; where a name has a comma of
 * its own, semicolons do.
 */
export function formatAuthors(authors: readonly string[]): string {
  const line = authors.join(', ')
  if (isSame(parseAuthors(line), authors)) return line
  // Also behind the only one, which says that its comma divides nothing.
  return authors.length === 1 ? `${line};` : authors.join('; ')
}

/** The inverse of `formatAuthors`, for what was typed; a semicolon always divides, also in a name. */
export function parseAuthors(typed: string): string[] {
  const isDividedBySemicolons = typed.includes(';')
  const names: string[] = []
  for (const part of typed.split(isDividedBySemicolons ? ';' : ',')) {
    const name = part.trim()
    const last = names.at(-1)
    if (name === '') continue
    if (isDividedBySemicolons || last === undefined || !SUFFIX.test(name)) names.push(name)
    else names[names.length - 1] = `${last}, ${name}`
  }
  return names
}

/** What follows a name behind a comma and is no other person. */
const SUFFIX = /^(?:[js]r\.?|i{2,3}|iv|ph\.? ?d\.?|m\.? ?d\.?|esq\.?)$/i

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index])
}
