/** A marker's label as it is compared: "¹", "１" and "1" are one, "①" stays; "[^Note]" is "Note". */
export function labelOfMarker(marker: string): string {
  const plain = marker
    .replace(/[０-９⁰¹²³⁴-⁹［］（）｛｝＊]/gu, (character) => character.normalize('NFKC'))
    .replace(/[\s[\](){}^.:\\]/gu, '')
    .trim()
  return plain.slice(0, 40)
}

/** Numbers only where they are written in digits. */
export function numberOf(label: string): number | null {
  return /^\d{1,5}$/u.test(label) ? Number(label) : null
}
