/** The first value of a parameter in the query of an address, decoded; null if it is missing. Never throws, whatever the query. */
export function parameter(search: string, name: string): string | null {
  for (const field of search.replace(/^\?/, '').split('&')) {
    if (field !== name && !field.startsWith(`${name}=`)) continue
    const value = field.slice(name.length + 1).replaceAll('+', ' ')
    try {
      return decodeURIComponent(value)
    } catch {
      return value
    }
  }
  return null
}
