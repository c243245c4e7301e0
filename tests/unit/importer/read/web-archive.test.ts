import { expect, test } from 'vitest'
import { readMaterial } from '#core/importer'
import { outline, marksIn } from './reading.ts'

const PAGE =
  '<html><head><title>The ice</title></head><body><p>Der Eisgang im März 1911.<a href="https://a.example/ice#n1">1</a></p><p id="n1">Nach einem Brief.</p></body></html>'

function archive(head: string, content: string, lineEnd = '\r\n'): string {
  return [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://a.example/ice',
    'Subject: The ice',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----Of--The--Page----"',
    '',
    '',
    '------Of--The--Page----',
    'Content-Type: text/css',
    '',
    'p { color: red }',
    '------Of--The--Page----',
    head,
    'Content-Location: https://a.example/ice',
    '',
    content,
    '------Of--The--Page----',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '------Of--The--Page------',
    '',
  ].join(lineEnd)
}

function quoted(text: string): string {
  const bytes = [...new TextEncoder().encode(text)]
  const signs = bytes.map((byte) =>
    byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
  )
  return (signs.join('').match(/.{1,70}(?<!=[0-9A-F]?)|.+/gu) ?? []).join('=\r\n')
}

function read(text: string, name: string) {
  const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
  return readMaterial({ type: 'file', bytes, name, mediaType: null })
}

const latin = (text: string) => text.replace('ä', '\u00e4')
const base64 = Buffer.from(PAGE).toString('base64')

test.each([
  [
    'a.mhtml',
    archive('Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable', quoted(PAGE)),
  ],
  [
    'a.mht',
    archive(
      'Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: base64',
      base64,
      '\n',
    ),
  ],
  [
    'saved',
    archive(
      'Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: 8bit',
      latin(PAGE),
    ),
  ],
])('a page that a browser saved as one file is read as the page: %s', async (name, text) => {
  const material = await read(text, name)
  expect(outline(material)).toEqual([
    'paragraph: Der Eisgang im März 1911.1',
    'paragraph: Nach einem Brief.',
  ])
  expect(material.about).toMatchObject({ title: 'The ice', url: 'https://a.example/ice' })
  expect(marksIn(material, 'Eisgang')).toContain('link #n1: 1')
  expect(material.format).toBe('html')
})

/** Two pages side by side, with what the head of the archive says of them. */
const framed = (more: string) => `Content-Type: multipart/related; boundary="b"${more}

--b
Content-Type: text/html
Content-ID: <frame@a.example>
Content-Location: https://a.example/frame

<p>An advertisement.</p>
--b
Content-Type: multipart/alternative; boundary="b-2"

--b-2
Content-Type: text/html
Content-ID: <inner@a.example>

<p>Another one.</p>
--b-2--
--b
Content-Type: text/html
Content-ID: <page@a.example>
Content-Location: https://a.example/ice

<p>The ice.</p>
--b--
`

test.each([
  ['; start="<page@a.example>"', 'paragraph: The ice.', 'https://a.example/ice'],
  ['; start="<nowhere@a.example>"', 'paragraph: An advertisement.', 'https://a.example/frame'],
  ['', 'paragraph: An advertisement.', 'https://a.example/frame'],
])('of several pages the root is read, else the first: %#', async (more, words, url) => {
  const material = await read(framed(more), 'a.mht')
  expect(outline(material)).toEqual([words])
  expect(material.about.url).toBe(url)
})

test('archives within archives end', async () => {
  const levels = Array.from(
    { length: 3000 },
    (_, at) =>
      `Content-Type: multipart/related; boundary=b${at}.; start=a\n\n--b${at}.\nContent-ID: a\n`,
  )
  await expect(read(`${levels.join('')}\n<p>Ice.</p>`, 'a.mht')).rejects.toMatchObject({
    id: 'no-page-in-it',
  })
})

test('a page that only has the name of an archive is read as a page', async () => {
  expect(outline(await read('<p>Ice.</p>\n\n<p>Boats.</p>', 'a.mht'))).toEqual([
    'paragraph: Ice.',
    'paragraph: Boats.',
  ])
})
