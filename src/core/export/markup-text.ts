/** Strings as parts of XHTML, which is read as HTML as well. */

/** What XML has no way to say, not even escaped; lone halves of a surrogate pair among it. */
const UNSAYABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export function escaped(text: string): string {
  return text
    .replaceAll(UNSAYABLE, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

export type Attributes = Readonly<Record<string, string | number | null | undefined>>

/** One element; `content` is markup already. Attributes without a value are left out. */
export function element(name: string, attributes: Attributes = {}, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) =>
      value === null || value === undefined ? '' : ` ${key}="${escaped(String(value))}"`,
    )
    .join('')
  return VOID.has(name) ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'item', 'itemref'])
