import { expect, test } from 'vitest'
import { separate, startDraft } from '#core/importer'
import { written } from '../build-draft.ts'
import { book } from './packages.ts'
import {
  around,
  faultIn,
  fragmentWith,
  marksIn,
  outline,
  readBytes,
  spoken,
  wordsOf,
} from './reading.ts'

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

test('of those who made a book the writers are its authors, in either version', async () => {
  const about = async (metadata: string) =>
    (
      await readBytes(
        'epub',
        book(
          { 'one.xhtml': '<p>x</p>' },
          {
            'OEBPS/book.opf': `<package><metadata>${metadata}</metadata><manifest><item id="a" href="one.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
          },
        ),
      )
    ).about
  const second = `<dc:title>Ice</dc:title><dc:creator opf:role="trl">Tom Dahl</dc:creator><dc:creator opf:role="aut">Ann Lee</dc:creator>
    <dc:date opf:event="modification">2020-02-02</dc:date><dc:date opf:event="publication">1901</dc:date>`
  const third = `<dc:title id="t2">A tale</dc:title><meta refines="#t2" property="title-type">subtitle</meta>
    <dc:title id="t1">Ice</dc:title><meta refines="#t1" property="title-type">main</meta>
    <dc:creator id="c1">Tom Dahl</dc:creator><meta refines="#c1" property="role">trl</meta>
    <dc:creator id="c2">Ann Lee</dc:creator><meta refines="#c2" property="role">aut</meta><dc:date>1901</dc:date>`
  for (const metadata of [second, third])
    expect(await about(metadata)).toMatchObject({
      title: 'Ice',
      authors: ['Ann Lee'],
      published: '1901',
    })
  const edited = '<dc:creator opf:role="edt">Tom Dahl</dc:creator>'
  expect(await about(edited)).toMatchObject({ authors: ['Tom Dahl'] })
})

test('what a book has for the reading system is no text of it: its contents, numbers of pages', async () => {
  const opf = `<package><metadata/><manifest><item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="a" href="one.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/></spine></package>`
  const material = await readBytes(
    'epub',
    book(
      {
        'nav.xhtml':
          '<nav epub:type="toc"><ol><li>Ice</li></ol></nav><nav epub:type="page-list"><ol><li>Page 12</li></ol></nav>',
        'one.xhtml':
          '<p>Ice came.</p><div epub:type="pagebreak">12</div><p role="doc-pagebreak"><span>13</span></p><p>Boats.</p>',
      },
      { 'OEBPS/book.opf': opf },
    ),
  )
  expect(around(material, 'Page 12')[0]).toBe('nav')
  expect(fragmentWith(material, 'Page 12').within?.hints).toEqual(['toc'])
  expect(outline(material).slice(2)).toEqual([
    'paragraph: Ice came.',
    'control: 12',
    'control: 13',
    'paragraph: Boats.',
  ])
})

test('the number of a page in the middle of a line is none of its words', async () => {
  const material = await readBytes(
    'epub',
    book({
      'one.xhtml': `<p>Ice came in the <span epub:type="pagebreak" id="p12">12</span>night, and the har<span role="doc-pagebreak">13</span>bour
        froze <span epub:type="pagebreak">over, as they say</span>.</p>`,
    }),
  )
  const [fragment] = material.fragments
  expect(fragment === undefined ? '' : spoken(material, fragment)).toBe(
    'Ice came in the night, and the harbour froze over, as they say.',
  )
  const separation = separate(material)
  expect(separation.segments.map((segment) => [segment.class, wordsOf(material, segment)])).toEqual(
    [
      ['original', 'Ice came in the '],
      ['furniture', '12'],
      ['original', 'night, and the har13bour froze over, as they say.'],
    ],
  )
  expect(separation.segments[1]).toMatchObject({ cue: { id: 'page-part' } })
  expect(written(startDraft(material, separation)).text).toBe(
    'Ice came in the night, and the harbour froze over, as they say.',
  )
})

test.each([
  [
    '<aside epub:type="footnote" id="n1"><p><a href="#r1">1</a> A clerk wrote so.</p><p>He had not been there, and nobody else had.</p></aside>',
  ],
  [
    '<section epub:type="footnotes"><ol><li id="n1"><p>A clerk wrote so.</p><p>He had not been there, and nobody else had.</p></li></ol></section>',
  ],
])('all paragraphs of a note are the note’s: %s', async (note) => {
  const text = 'Ice came in the night, and the harbour froze, as the oldest men had said it would'
  const material = await readBytes(
    'epub',
    book({
      'one.xhtml': `<h1>The ice</h1><p>${text}.<a epub:type="noteref" id="r1" href="#n1">1</a></p><p>${text} again.</p>${note}<p>${text}, too.</p>`,
    }),
  )
  expect(separate(material).segments.map((segment) => segment.class)).toEqual([
    'heading',
    'original',
    'original',
    'footnote-definition',
    'footnote-definition',
    'original',
  ])
})
