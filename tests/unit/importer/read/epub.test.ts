import { expect, test } from 'vitest'
import { book } from './packages.ts'
import { faultIn, marksIn, outline, readBytes } from './reading.ts'

test('chapters follow one another as the book orders them, with what the book says of itself', async () => {
  const material = await readBytes(
    'epub',
    book({
      'b%20one.xhtml': '<h1>One<br/></h1><p>Ice&nbsp;came.</p><script/><p>Still here.</p>',
      'a.xhtml': '<h1 id="x">Two</h1><p>Boats &#8212; all.</p>',
    }),
  )
  expect(outline(material)).toEqual([
    'heading: One',
    'paragraph: Ice\u00a0came.',
    'paragraph: Still here.',
    'heading: Two',
    'paragraph: Boats — all.',
  ])
  expect(material.about).toEqual({
    title: 'The & Harbour',
    authors: ['Ann Lee', 'Bob'],
    published: '1901',
    url: 'https://e.org/book',
    lang: 'en',
  })
  expect(material.format).toBe('epub')
  expect(faultIn(material)).toBeNull()
})

test('markers lead to their notes over the borders of chapters, though ids repeat', async () => {
  const material = await readBytes(
    'epub',
    book({
      'one.xhtml':
        '<p>Ice.<a epub:type="noteref" href="#n1">1</a> and <a href="notes.xhtml#n9">9</a></p><aside id="n1">First.</aside>',
      'two.xhtml':
        '<p>Boats.<a epub:type="noteref" href="#n1">1</a></p><aside id="n1">Second.</aside>',
      'notes.xhtml': '<p id="n9">Ninth.</p>',
    }),
  )
  expect(marksIn(material, 'Ice').filter((mark) => !mark.startsWith('noteref'))).toEqual([
    'link #1-n1: 1',
    'link #n9: 9',
  ])
  expect(marksIn(material, 'First')).toEqual(['anchor 1-n1: '])
  expect(marksIn(material, 'Boats')).toContain('link #2-n1: 1')
  expect(marksIn(material, 'Ninth')).toEqual(['anchor n9: '])
})

test('a chapter that is not there is told, and the others are read', async () => {
  const whole = book({ 'one.xhtml': '<p>Ice.</p>' })
  const opf = `<package><metadata/><manifest><item id="a" href="../OEBPS/one.xhtml" media-type="application/xhtml+xml"/><item id="b" href="../../../etc/passwd.html" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`
  expect(whole.length).toBeGreaterThan(0)
  const material = await readBytes(
    'epub',
    book({ 'one.xhtml': '<p>Ice.</p>' }, { 'OEBPS/book.opf': opf }),
  )
  expect(outline(material)).toEqual(['paragraph: Ice.'])
  expect(material.notices).toEqual([{ id: 'part-unreadable', about: 'etc/passwd.html' }])
})

test('a book whose chapters are locked is refused, one whose fonts are scrambled is not', async () => {
  const locked = (uri: string) =>
    `<encryption><EncryptedData><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`
  await expect(
    readBytes(
      'epub',
      book({ 'one.xhtml': '<p>x</p>' }, { 'META-INF/encryption.xml': locked('OEBPS/one.xhtml') }),
    ),
  ).rejects.toMatchObject({ name: 'ImportError', id: 'package-protected' })
  const material = await readBytes(
    'epub',
    book({ 'one.xhtml': '<p>x</p>' }, { 'META-INF/encryption.xml': locked('OEBPS/font.otf') }),
  )
  expect(outline(material)).toEqual(['paragraph: x'])
})

test('entities that a file defines for itself are not resolved', async () => {
  const material = await readBytes(
    'epub',
    book(
      { 'one.xhtml': '<p>x</p>' },
      {
        'OEBPS/one.xhtml':
          '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><html><body><p>x &b; &f;</p></body></html>',
      },
    ),
  )
  expect(material.text).toContain('x &b; &f;')
})
