import { describe, expect, test } from 'vitest'
import { around, faultIn, fragmentWith, marksIn, outline, read } from './reading.ts'

describe('what is seen', () => {
  test('blocks divide the text, white space is collapsed, and what is not shown to readers is left out', async () => {
    const material = await read(
      'html',
      `<!doctype html><html><head><title>Ice</title><style>p{}</style><script>x="</p>"</script></head>
      <body><h1>The
        Harbour</h1><p>Ice <b>came</b>
        in&nbsp;the   night.<p>Boats<br>left.<br><br>Spring.
        <noscript><p>no</p></noscript><svg><title>no</title><text>no</text></svg>
        <textarea>no</textarea><select><option>no</select><template>no</template>
        <div>Loose<p>inner</p>tail</div></body></html>`,
    )
    expect(outline(material)).toEqual([
      'heading: The Harbour',
      'paragraph: Ice came in\u00a0the night.',
      'paragraph: Boats\nleft.',
      'paragraph: Spring.',
      'paragraph: Loose',
      'paragraph: inner',
      'paragraph: tail',
    ])
    expect(faultIn(material)).toBeNull()
  })

  test('what is hidden is kept and says so', async () => {
    const material = await read(
      'html',
      '<style>.off{display:none}</style><p hidden>a1</p><p style="display: none">b2</p><div class="off"><p>c3</p></div><p aria-hidden="true">d4</p><p>e5</p>',
    )
    const isHidden = (words: string) => {
      for (let at = fragmentWith(material, words).within; at !== null; at = at.parent) {
        if (at.hints.includes('hidden')) return true
      }
      return false
    }
    expect(['a1', 'b2', 'c3', 'd4', 'e5'].map(isHidden)).toEqual([true, true, true, true, false])
  })

  test('end tags that are missing or misplaced lose nothing and divide rightly', async () => {
    const material = await read(
      'html',
      '<ul><li>one<li>two<ul><li>inner</ul><li>three</ul><p><b>bold<p>still</b> plain</p></div></td>after<dl><dt>a<dd>b</dl>',
    )
    expect(outline(material)).toEqual([
      'list-item: one',
      'list-item: two',
      'list-item: inner',
      'list-item: three',
      'paragraph: bold',
      'paragraph: still plain',
      'paragraph: after',
      'paragraph: a',
      'paragraph: b',
    ])
    expect(material.fragments.map(({ depth }) => depth).slice(0, 4)).toEqual([1, 1, 2, 1])
  })

  test('text from before there was markup is divided like plain text, code is not', async () => {
    const material = await read(
      'html',
      '<pre>From: Ann\n\n&gt; Is it cold?\n\nYes.</pre><pre><code>a\n\nb</code></pre>',
    )
    expect(material.fragments.map(({ kind, quoted }) => `${kind} ${quoted}`)).toEqual([
      'paragraph 0',
      'paragraph 1',
      'paragraph 0',
      'code 0',
    ])
    expect(faultIn(material)).toBeNull()
  })
})

describe('what the markup says', () => {
  test('quotations, captions, controls and rules', async () => {
    const material = await read(
      'html',
      '<blockquote><p>said</p><blockquote>before</blockquote></blockquote><figure><img src=x><figcaption>A boat</figcaption></figure><button>Share</button><hr><p>after</p>',
    )
    expect(material.fragments.map(({ kind, quoted }) => `${kind} ${quoted}`)).toEqual([
      'paragraph 1',
      'paragraph 2',
      'caption 0',
      'control 0',
      'paragraph 0',
    ])
    expect(fragmentWith(material, 'after').afterRule).toBe(true)
    expect(material.notices).toEqual([{ id: 'pictures-left-out', about: '1' }])
  })

  test('containers have their hints and their look, from attributes and from the page’s style sheet', async () => {
    const material = await read(
      'html',
      `<style>@media print{.note{color:black}} .note, p.x { color: #C00; border: 1px solid } </style>
      <div class="Post-Body main" id="content" role="main"><div class="note"><p>a1</p></div><p bgcolor="#eee">b2</p></div>`,
    )
    const note = fragmentWith(material, 'a1').within?.parent
    expect(note?.look).toEqual({ colour: '#c00', background: null, isBoxed: true })
    expect(note?.parent?.hints).toEqual(['post-body', 'main', 'content'])
    expect(fragmentWith(material, 'b2').within?.look?.background).toBe('#eee')
    expect(fragmentWith(material, 'b2').within?.parent).toBe(note?.parent)
  })

  test('words that an element holds whole are within it', async () => {
    const material = await read(
      'html',
      '<div><span class="byline">By <a href="/ann">Ann</a></span></div><div><em>a</em> b</div>',
    )
    expect(around(material, 'By')).toEqual(['span', 'div'])
    expect(around(material, 'a b')).toEqual(['div'])
  })

  test('marks of words go on over blocks and are closed', async () => {
    const material = await read(
      'html',
      '<font color="Red"><p>a <i>b</i></p><p>c</p></font><p>d<sup>2</sup> <span style="font-style:italic">e</span> <s>f</s></p>',
    )
    expect(marksIn(material, 'a b')).toEqual(['colour red: a b', 'emphasis: b'])
    expect(around(material, 'c')).toEqual(['p', 'font'])
    expect(marksIn(material, 'd')).toEqual(['superscript: 2', 'emphasis: e', 'delete: f'])
  })

  test('an element that its style undoes marks nothing, and white is no colour of a box', async () => {
    const material = await read(
      'html',
      '<b style="font-weight:normal"><p style="background: #fff; border: 0px solid">a <em style="font-style: normal">b</em></p></b><p style="color: inherit">c <q>d</q></p>',
    )
    expect(marksIn(material, 'a')).toEqual([])
    expect(fragmentWith(material, 'a').within?.look).toBeNull()
    expect(outline(material).at(-1)).toBe('paragraph: c “d”')
  })

  test('markers of notes that are declared are told from other links, and places are kept when led to', async () => {
    const material = await read(
      'html',
      `<p id="top">Ice.<sup><a href="#_ftn1" name="_ftnref1">[1]</a></sup> More<a epub:type="noteref" href="n.html#x7">2</a>
      and <a href="#cite_note-Ann-3">[3]</a>, see <a href="#ice">below</a>.</p>
      <p id="ice">Thick.</p><p><a href="#_ftnref1" name="_ftn1">[1]</a> A note.</p>`,
    )
    expect(marksIn(material, 'Ice.').toSorted()).toEqual(
      [
        'superscript: [1]',
        'anchor _ftnref1: ',
        'link #_ftn1: [1]',
        'noteref 1: [1]',
        'link n.html#x7: 2',
        'noteref 2: 2',
        'link #cite_note-Ann-3: [3]',
        'noteref 3: [3]',
        'link #ice: below',
      ].toSorted(),
    )
    expect(marksIn(material, 'Thick')).toEqual(['anchor ice: '])
  })

  test.each([
    ['<a href="#_ftn1">[1]</a>', true],
    ['<a href="#_ftnref1">[1]</a>', false],
    ['<a href="#ftnt12">[12]</a>', true],
    ['<a href="#ftnt_ref12">[12]</a>', false],
    ['<a href="#sdfootnote3sym">3</a>', true],
    ['<a href="#sdfootnote3anc">3</a>', false],
    ['<a href="/wiki/Ice#cite_note-Franco-ref-3">[3]</a>', true],
    ['<a href="#cite_ref-3">^</a>', false],
    ['<a href="#fn:4">4</a>', true],
    ['<a href="#fnref:4">↩</a>', false],
    ['<a href="#footnote-2-ref">2</a>', false],
    ['<a href="#note-2">as found</a>', false],
    ['<a href="#footnotes">Notes</a>', false],
    ['<a class="footnote-ref" href="#x">a</a>', true],
  ])('%s is a marker: %s', async (link, isMarker) => {
    const material = await read('html', `<p>Ice ${link} came.</p>`)
    const [fragment] = material.fragments
    expect(fragment?.marks.some(({ type }) => type === 'noteref')).toBe(isMarker)
  })

  test('the label of a note and its words are one fragment where they stand side by side', async () => {
    const note = (n: number) =>
      `<div class="note"><a id="n${n}" href="#r${n}">${n}</a><div><p>Note ${n}.</p></div></div>`
    const material = await read(
      'html',
      `<article><a href="#n1" id="r1">1</a><p>Ice.</p>${note(1)}${note(2)}<p>1</p><p>After.</p></article>`,
    )
    expect(outline(material)).toEqual([
      'paragraph: 1',
      'paragraph: Ice.',
      'paragraph: 1 Note 1.',
      'paragraph: 2 Note 2.',
      'paragraph: 1',
      'paragraph: After.',
    ])
    expect(fragmentWith(material, '1 Note').within?.hints).toEqual(['note'])
  })

  test('a row of data is one fragment, a table that lays out a page is none', async () => {
    const material = await read(
      'html',
      `<table><tr><td><table><tr><th>May<td>none</table></td><td><p>Long</p><p>Longer</p></td></tr></table>`,
    )
    expect(outline(material)).toEqual([
      'table-row: May\tnone',
      'paragraph: Long',
      'paragraph: Longer',
    ])
    expect(faultIn(material)).toBeNull()
  })
})

describe('what a page says of itself', () => {
  test('its own data is believed before its head', async () => {
    const material = await read(
      'html',
      `<html lang="de"><head><title>Ice | Blog</title><meta property="og:title" content="Ice">
      <meta name="author" content="Ann"><link rel="canonical" href="https://e.org/ice">
      <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Blog"},{"@type":["NewsArticle"],"headline":"The Ice","author":[{"name":"Ann Lee"},{"name":"Bob"}],"datePublished":"2020-02-03","__proto__":{"x":1}}]}</script>
      </head><body><p>x <a href="https://e.org/ice#more">more</a></p><p id="more">y</p></body>`,
    )
    expect(material.about).toEqual({
      title: 'The Ice',
      authors: ['Ann Lee', 'Bob'],
      published: '2020-02-03',
      url: 'https://e.org/ice',
      lang: 'de',
    })
    expect(marksIn(material, 'x')).toEqual(['link #more: more'])
  })

  test('links into the page are known though the page does not say where it stood', async () => {
    const material = await read(
      'html',
      '<p>x <a href="https://e.org/ice#note1">1</a> <a href="https://e.org/other#top">9</a></p><p id="note1">y</p><p id="top">z</p>',
    )
    expect(marksIn(material, 'x').filter((mark) => mark.startsWith('link'))).toEqual([
      'link #note1: 1',
      'link https://e.org/other#top: 9',
    ])
    expect(marksIn(material, 'y')).toEqual(['anchor note1: '])
  })

  test('a saved page knows where it was saved from', async () => {
    const material = await read(
      'html',
      '<!-- saved from url=(0025)https://e.org/ice -->\n<html><body><p>x</p></body></html>',
    )
    expect(material.about.url).toBe('https://e.org/ice')
  })
})
