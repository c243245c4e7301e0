import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS, ImportError, readMaterial } from '#core/importer'
import { book, pack, paragraph, run, word } from './packages.ts'
import { faultIn, outline, read, readBytes } from './reading.ts'

/** The id of the error that these bytes are refused with. */
async function refusal(name: string, bytes: Uint8Array, limits = DEFAULT_LIMITS): Promise<string> {
  try {
    await readMaterial({ type: 'file', bytes, name, mediaType: null }, { limits })
    return 'taken'
  } catch (reason) {
    return reason instanceof ImportError ? reason.id : `thrown: ${String(reason)}`
  }
}

/** Bytes without order, the same ones each time. */
function noise(length: number): Uint8Array {
  let state = 7
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 16) & 0xff
  })
}

describe('limits', () => {
  const small = {
    ...DEFAULT_LIMITS,
    unpackedBytes: 100_000,
    unpackedFileBytes: 50_000,
    packedFiles: 20,
    characters: 10_000,
  }

  test('a package is refused as soon as it unpacks to too much, whatever its directory says', async () => {
    const bomb = book({ 'one.xhtml': `<p>${'a'.repeat(20_000_000)}</p>` })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await refusal('a.epub', bomb, small)).toBe('package-too-large')
    expect(await refusal('a.epub', bomb)).toBe('too-large')
    const lying = bomb.slice()
    const view = new DataView(lying.buffer)
    for (let at = 0; at + 46 < lying.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    }
    expect(await refusal('a.epub', lying, small)).not.toBe('taken')
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`${at}.xhtml`, `<p>${'b'.repeat(9_000)}</p>`]),
    )
    expect(await refusal('a.epub', book(many), { ...small, packedFiles: 100 })).toBe('too-large')
  })

  test('a package of too many files is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`x${at}`, 'x']))
    expect(await refusal('a.epub', book({ 'one.xhtml': '<p>x</p>' }, many), small)).toBe(
      'package-too-many-files',
    )
  })

  test('text beyond the limit is refused and never cut', async () => {
    expect(await refusal('a.txt', strToU8('word '.repeat(3_000)), small)).toBe('too-large')
    expect(await refusal('a.md', strToU8('word '.repeat(3_000)), small)).toBe('too-large')
    expect(await refusal('a.html', strToU8(`<p>${'word '.repeat(3_000)}`), small)).toBe('too-large')
  })

  test('more paragraphs than anybody could look at are refused', async () => {
    const few = { ...DEFAULT_LIMITS, blocks: 100 }
    const all: readonly (readonly [string, Uint8Array])[] = [
      ['a.txt', strToU8('word\n\n'.repeat(200))],
      ['a.md', strToU8('word\n\n'.repeat(200))],
      ['a.html', strToU8('<p>word'.repeat(200))],
      ['b.html', strToU8(`<pre>${'word\n\n'.repeat(200)}</pre>`)],
      ['a.epub', book({ 'a.xhtml': '<p>x</p>'.repeat(60), 'b.xhtml': '<p>x</p>'.repeat(60) })],
      ['a.docx', word(paragraph(run('x')).repeat(200))],
    ]
    for (const [name, bytes] of all) expect(await refusal(name, bytes, few)).toBe('too-many-blocks')
  })

  test('ten megabytes on one line are taken', async () => {
    const line = 'word '.repeat(2_000_000)
    for (const format of ['text', 'markdown', 'html'] as const) {
      const material = await read(format, line)
      expect(material.fragments).toHaveLength(1)
      expect(material.text.length).toBeGreaterThanOrEqual(line.length - 1)
    }
  })

  test('what is nested too deep is read flat, and that is told', async () => {
    const material = await read(
      'html',
      `${'<div>'.repeat(5_000)}deep<p>and <b>more</b></p>${'</div>'.repeat(5_000)}<p>after</p>`,
    )
    expect(outline(material)).toEqual(['paragraph: deepand more', 'paragraph: after'])
    expect(material.notices).toEqual([{ id: 'nesting-flattened', about: null }])
  })
})

describe('what is no text', () => {
  test.each([
    ['a.pdf', strToU8('%PDF-1.7 …'), 'pdf'],
    ['a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old-word'],
    ['a.txt', new Uint8Array([0xff, 0xfe, 0, 0, 0x49, 0, 0, 0]), 'utf-32'],
    ['a.html', new Uint8Array([0, 0, 0xfe, 0xff, 0, 0, 0, 0x49]), 'utf-32'],
    ['a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'unknown-format'],
    ['noise', Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 27), 'unknown-format'],
    ['a.txt', noise(3000), 'not-text'],
    ['a.md', noise(300), 'not-text'],
    ['a.html', noise(3000), 'not-text'],
    ['a.rtf', strToU8('{\\rtf1 Ice}'), 'rtf'],
    [
      'a.odt',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] }),
      'open-document',
    ],
    ['a.mht', strToU8('MIME-Version: 1.0\nContent-Type: image/png\n\nx'), 'no-page-in-it'],
    ['a.txt', new Uint8Array(0), 'nothing-in-it'],
    ['a.txt', strToU8(' \n\t\n '), 'nothing-in-it'],
    ['a.html', strToU8('<script>1</script>'), 'nothing-in-it'],
    ['a.epub', strToU8('no package'), 'package-damaged'],
    ['a.docx', word('<w:p/>').slice(0, 200), 'package-damaged'],
    ['a.docx', pack({ 'xl/workbook.xml': '<x/>' }), 'unknown-format'],
    ['a.epub', pack({ mimetype: 'application/epub+zip' }), 'package-part-missing'],
  ])('%s is refused: %#', async (name, bytes, id) => {
    expect(await refusal(name, bytes)).toBe(id)
  })

  test('a damaged text is still a text, in whatever encoding', async () => {
    const words = 'The ice came in the night, and nobody on the pier had seen it before. '
    const nuls = strToU8(
      words.repeat(4).replace(/ /gu, (sign, at: number) => (at % 3 ? sign : '\0')),
    )
    const western = Uint8Array.from(
      `${words}Caf\u00e9 na\u00efve \u0093so\u0094. `.repeat(3),
      (one) => one.charCodeAt(0),
    )
    const chinese = [
      ...'渡轮在夜里停航，码头上没有一个人感到意外。他们带来了椅子，坐着等天亮。'.repeat(4),
    ]
    const wide = (isLittle: boolean) => {
      const view = new DataView(new ArrayBuffer(chinese.length * 2))
      chinese.forEach((one, at) => view.setUint16(2 * at, one.charCodeAt(0), isLittle))
      return new Uint8Array(view.buffer)
    }
    for (const bytes of [nuls, western, wide(true), wide(false)])
      expect(await refusal('a.txt', bytes)).toBe('taken')
  })

  test('a damaged package is refused or told, and nothing else is thrown', async () => {
    const whole = book({ 'one.xhtml': `<p>${'Ice came in the night. '.repeat(200)}</p>` })
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 150)) {
      const damaged = whole.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 0x55
      expect(await refusal('a.epub', damaged)).not.toContain('thrown')
    }
  })
})

describe('on the way', () => {
  test('progress grows to the whole, and a wish to stop is heard', async () => {
    const shares: number[] = []
    const html = `<p>${'word '.repeat(200_000)}</p>`
    await read('html', html, { onProgress: (share) => shares.push(share) })
    expect(shares.at(-1)).toBe(1)
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares)
    shares.length = 0
    const onProgress = (share: number) => shares.push(share)
    await readBytes('epub', book({ 'a.xhtml': html, 'b.xhtml': html }), { onProgress })
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares)
    let asked = 0
    const stopped = read('html', html, { isCancelled: () => (asked += 1) > 2 })
    await expect(stopped).rejects.toMatchObject({ id: 'cancelled' })
  })

  test('a paste with markup is read as a page, without it as text', async () => {
    const rich = await readMaterial({ type: 'paste', text: 'Ice', html: '<b>Ice</b>' })
    expect(rich.format).toBe('html')
    const plain = await readMaterial({
      type: 'paste',
      text: 'Ice \ud800 came\r\nnow\0',
      html: null,
    })
    expect(plain.text).toBe('Ice \ufffd came\nnow\ufffd')
    expect(faultIn(plain)).toBeNull()
  })

  test('the source of a page is read as the page, wherever it comes from, and that is told', async () => {
    const source = '<h1>Ice</h1>\n<p>It <b>came</b> in the night.</p>\n<p>Nobody saw it.</p>'
    const bytes = strToU8(source)
    const file = { type: 'file', bytes, name: 'a.txt', mediaType: null } as const
    for (const input of [{ type: 'paste', text: source, html: null } as const, file]) {
      const material = await readMaterial(input)
      expect(outline(material)).toEqual([
        'heading: Ice',
        'paragraph: It came in the night.',
        'paragraph: Nobody saw it.',
      ])
      expect(material.notices).toEqual([{ id: 'read-as-page', about: null }])
    }
  })

  test.each([
    'The <p> tag opens a paragraph, and </p> closes it; <b>, </b>, <i> and </i> are others.',
    '<p> opens a paragraph, </p> closes it, <b> and </b> make it bold. That is all.',
    '<Ada> Did it come?\n<Bo> In the night.\n<Ada> Who saw <it>',
    '<https://example.org/a> and <https://example.org/b>',
  ])('a text that speaks of tags stays text: %#', async (text) => {
    expect((await readMaterial({ type: 'paste', text, html: null })).format).toBe('text')
  })

  test('what is pasted as Markdown is read as Markdown', async () => {
    const paste = (text: string) => readMaterial({ type: 'paste', text, html: null })
    expect((await paste('---\ntitle: Ice\n---\nIt came.')).about.title).toBe('Ice')
    expect((await paste('See [a](https://e.org) and [b](https://e.org).')).format).toBe('markdown')
    expect((await paste('Ice came.[1]\n\n> Did it?\n\n* * *\n\n[1] It did.')).format).toBe('text')
  })

  test('what is read survives being handed to another thread', async () => {
    const material = await readBytes(
      'epub',
      book({ 'one.xhtml': '<div class="a"><p>x</p><p>y</p></div>' }),
    )
    const copy = structuredClone(material)
    expect(copy).toEqual(material)
    expect(copy.fragments[0]?.within?.parent).toBe(copy.fragments[1]?.within?.parent)
  })
})
