/**
 * Addresses nobody should ever have written: broken escapes, half characters, other people's
 * parameters, prototypes, markup. The same seed makes the same addresses.
 */
export function* strangeAddresses(
  seed: number,
  known: readonly string[],
): Generator<string, never> {
  const random = mulberry32(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const one = (of: readonly string[]) => of[below(of.length)] ?? ''
  const some = (make: () => string, most: number) =>
    Array.from({ length: below(most + 1) }, make).join('')
  const piece = () => (random() < 0.7 ? one(PIECES) : String.fromCodePoint(below(0x10ffff)))
  for (;;) {
    const path =
      random() < 0.6
        ? one(known)
        : `${one(['', 'read/', 'read//', '../', 'READ/'])}${some(piece, 6)}`
    const name = one([
      'layers',
      'layers[]',
      'layer',
      '__proto__',
      'constructor',
      '',
      some(piece, 3),
    ])
    const query =
      random() < 0.7 ? `?${name}${one(['=', '', '==', '=a&layers='])}${some(piece, 8)}` : ''
    const key = one([
      '',
      'exact=',
      'exact=&near=',
      'near=',
      'prefix=',
      ':~:text=',
      'exact=the&layer=',
    ])
    const hash = random() < 0.8 ? `#${key}${some(piece, 10)}` : ''
    yield path + query + hash
  }
}

const PIECES = [
  '%',
  '%E0%A4%A',
  '%00',
  '%C0%AF',
  '%ED%A0%80',
  '%ud83d',
  '%25',
  '%2F',
  '%23',
  '%3F',
  '%5B',
  '\uD800',
  '\uDC00',
  '..',
  './',
  '/',
  '//',
  '\\',
  ':',
  ';',
  '&',
  '&&',
  '=',
  '+',
  ',',
  ',,',
  '[',
  ']',
  '{',
  '}',
  '|',
  '^',
  '`',
  "'",
  '"',
  '<script>',
  '<svg onload=alert(1)>',
  'javascript:alert(1)',
  'data:text/html,x',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'undefined',
  'null',
  'NaN',
  '-1',
  '1e400',
  'original',
  'comments',
  'background',
  'footnotes',
  'capitals',
  'original,comments',
  'note-45',
  'energy',
  'the',
  'Iran',
  'text',
  'root',
  'colophon',
  'index.html',
  ' ',
  '\t',
  '\u0000',
  '\u200F',
  '\u202E',
  '\uFEFF',
  '\u00A0',
  'é',
  'é',
  'ﬁ',
  '中文',
  '👩‍👩‍👧',
  'x'.repeat(2000),
  '%F0%9F%98%80',
  '*',
  '(',
  ')',
  '$',
  '!',
  '~',
]

/** Tommy Ettinger's generator: small, even enough, and the same everywhere. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
