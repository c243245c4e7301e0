import { expect, test } from 'vitest'
import { separate } from '#core/importer'
import { paragraph, run, word } from './packages.ts'
import { around, faultIn, fragmentWith, marksIn, outline, readBytes } from './reading.ts'

test('runs keep what tells voices apart: slant, weight, colour, shading', async () => {
  const material = await readBytes(
    'docx',
    word(
      paragraph(
        run('Ice ') +
          run('came', '<w:i/>') +
          run(' in', '<w:b/><w:color w:val="C00000"/>') +
          run(' the', '<w:highlight w:val="yellow"/>') +
          run(' night', '<w:shd w:val="clear" w:fill="EEEEEE"/><w:strike/>') +
          run('2', '<w:vertAlign w:val="superscript"/>') +
          run(
            '.',
            '<w:i w:val="0"/><w:color w:val="auto"/><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>',
          ),
      ),
    ),
  )
  expect(outline(material)).toEqual(['paragraph: Ice came in the night2.'])
  expect(marksIn(material, 'Ice').toSorted()).toEqual([
    'colour #c00000: in',
    'colour #eeeeee: night',
    'colour yellow: the',
    'delete: night',
    'emphasis: came',
    'strong: in',
    'superscript: 2',
  ])
  expect(faultIn(material)).toBeNull()
})

test('styles give headings, quotations and looks, also by way of other styles', async () => {
  const styles = `<w:style w:styleId="H"><w:name w:val="heading 2"/></w:style>
    <w:style w:styleId="Base"><w:name w:val="Boxed"/><w:pPr><w:ind w:left="720"/><w:shd w:fill="DDEEFF"/><w:pBdr><w:left w:val="single"/></w:pBdr></w:pPr><w:rPr><w:i/></w:rPr></w:style>
    <w:style w:styleId="Q"><w:name w:val="Intense Quote"/><w:basedOn w:val="Base"/></w:style>`
  const material = await readBytes(
    'docx',
    word(
      paragraph(run('Title'), '<w:pStyle w:val="H"/>') +
        paragraph(run('Said'), '<w:pStyle w:val="Q"/><w:rPr><w:color w:val="FF0000"/></w:rPr>') +
        paragraph(run('Item'), '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'),
      { styles },
    ),
  )
  expect(
    material.fragments.map(({ kind, depth, quoted, indent }) => [kind, depth, quoted, indent]),
  ).toEqual([
    ['heading', 2, 0, 0],
    ['paragraph', 0, 1, 48],
    ['list-item', 2, 0, 0],
  ])
  const said = fragmentWith(material, 'Said')
  expect(said.within?.look).toEqual({ colour: null, background: '#ddeeff', isBoxed: true })
  expect(said.within?.hints).toEqual(['intense', 'quote', 'intense-quote'])
  expect(marksIn(material, 'Said')).toEqual(['emphasis: Said'])
})

test('notes are numbered as their markers are, and stand at the end', async () => {
  const marker = (kind: string, id: string, more = '') =>
    `<w:r><w:${kind}Reference w:id="${id}"${more}/></w:r>`
  const note = (kind: string, id: string, words: string) =>
    `<w:${kind} w:id="${id}">${paragraph(`<w:r><w:${kind}Ref/></w:r>${run(` ${words}`)}`)}</w:${kind}>`
  const material = await readBytes(
    'docx',
    word(
      paragraph(
        run('Ice.') +
          marker('footnote', '7') +
          run(' Boats.') +
          marker('footnote', '3') +
          run(' Town.') +
          marker('endnote', '2') +
          run(' Star') +
          marker('footnote', '9', ' w:customMarkFollows="1"') +
          run('*'),
      ),
      {
        footnotes: `<w:footnote w:id="0" w:type="separator">${paragraph(run('no'))}</w:footnote>${note('footnote', '3', 'Three.')}${note('footnote', '7', 'Seven.')}<w:footnote w:id="9">${paragraph(run('* Nine.'))}</w:footnote>`,
        endnotes: note('endnote', '2', 'Two.'),
      },
    ),
  )
  expect(outline(material)).toEqual([
    'paragraph: Ice.[1] Boats.[2] Town.[i] Star*',
    'footnote-definition: [1] Seven.',
    'footnote-definition: [2] Three.',
    'footnote-definition: * Nine.',
    'footnote-definition: [i] Two.',
  ])
  const marks = marksIn(material, 'Ice')
  expect(marks.filter((mark) => mark.startsWith('noteref'))).toEqual([
    'noteref 1: [1]',
    'noteref 2: [2]',
    'noteref i: [i]',
    'noteref *: *',
  ])
  const labels = material.fragments
    .slice(1)
    .map(({ marks: [first] }) => [first?.type, first?.value])
  expect(labels).toEqual(['1', '2', '*', 'i'].map((label) => ['syntax', label]))
})

test('comments follow what they are about and know who wrote them', async () => {
  const material = await readBytes(
    'docx',
    word(
      paragraph(run('Ice.') + '<w:r><w:commentReference w:id="1"/></w:r>') +
        paragraph(run('Boats.')),
      {
        comments: `<w:comment w:id="1" w:author="Bob Moor">${paragraph(run('Is that so?'))}</w:comment>`,
      },
    ),
  )
  expect(outline(material)).toEqual([
    'paragraph: Ice.',
    'paragraph: Is that so?',
    'paragraph: Boats.',
  ])
  expect(around(material, 'so?')).toEqual(['p', 'comment'])
  expect(fragmentWith(material, 'so?').within?.parent?.voice).toBe('Bob Moor')
})

test('a comment with many references is read once', async () => {
  const reference = '<w:r><w:commentReference w:id="1"/></w:r>'
  const material = await readBytes(
    'docx',
    word(paragraph(run('Ice.') + reference + reference) + paragraph(run('Boats.') + reference), {
      comments: `<w:comment w:id="1">${paragraph(run('Is that so?'))}</w:comment>`,
    }),
  )
  expect(outline(material)).toEqual([
    'paragraph: Ice.',
    'paragraph: Is that so?',
    'paragraph: Boats.',
  ])
})

test('links, deletions, fields, boxes and tables', async () => {
  const material = await readBytes(
    'docx',
    word(
      `${paragraph(`<w:hyperlink r:id="r5">${run('town')}</w:hyperlink> <w:del>${'<w:r><w:delText>gone</w:delText></w:r>'}</w:del><w:ins>${run(' new')}</w:ins>`)}
      ${paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://e.org/f"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run('field') + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run(' end'))}
      ${paragraph(`${run('Outer ')}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph(run('boxed'))}</w:txbxContent></mc:Choice><mc:Fallback>${paragraph(run('boxed'))}</mc:Fallback></mc:AlternateContent></w:r>${run('words')}`)}
      <w:tbl><w:tr><w:tc>${paragraph(run('May'))}</w:tc><w:tc>${paragraph(run('none'))}</w:tc></w:tr></w:tbl>`,
      {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="r5" Type="x/hyperlink" Target="https://e.org"/></Relationships>',
        'docProps/core.xml':
          '<cp:coreProperties><dc:title>Ice</dc:title><dc:creator>Ann Lee; Bob</dc:creator></cp:coreProperties>',
      },
    ),
  )
  expect(outline(material)).toEqual([
    'paragraph: town new',
    'paragraph: field end',
    'paragraph: Outer words',
    'paragraph: boxed',
    'table-row: May\tnone',
  ])
  expect(marksIn(material, 'town')).toEqual(['link https://e.org: town'])
  expect(material.notices).toEqual([{ id: 'deletions-left-out', about: '1' }])
  expect(marksIn(material, 'field')).toEqual(['link https://e.org/f: field'])
  expect(around(material, 'boxed')).toEqual(['p', 'aside'])
  expect(material.about).toMatchObject({ title: 'Ice', authors: ['Ann Lee', 'Bob'] })
})

test('notes and comments that nothing leads to are words all the same', async () => {
  const comments = `<w:comment w:id="1" w:author="Ann">${paragraph(run('On nothing.'))}</w:comment>
    <w:comment w:id="2" w:author="Bob">${paragraph(run('On a note.'))}</w:comment>`
  const footnotes = `<w:footnote w:id="0" w:type="separator">${paragraph('')}</w:footnote>
    <w:footnote w:id="5">${paragraph(run('Left alone.') + '<w:r><w:commentReference w:id="2"/></w:r>')}</w:footnote>`
  const material = await readBytes(
    'docx',
    word(paragraph(run('Ice came.')), { comments, footnotes }),
  )
  for (const words of ['On nothing.', 'On a note.', 'Left alone.'])
    expect(material.text.split(words)).toHaveLength(2)
})

test('a box of words is read, and is no picture that was left out', async () => {
  const box = (content: string) => `<w:r><w:drawing>${content}</w:drawing></w:r>`
  const words = `<w:txbxContent>${paragraph(run('In a box.'))}</w:txbxContent>`
  const noticesOf = async (content: string) =>
    (await readBytes('docx', word(paragraph(run('Ice came.') + box(content))))).notices
  expect(await noticesOf(words)).toEqual([])
  expect(await noticesOf('')).toEqual([{ id: 'pictures-left-out', about: '1' }])
})

test('what is hidden stands beside the words, as what is not shown', async () => {
  const styles = `<w:style w:styleId="Off"><w:name w:val="off"/><w:rPr><w:vanish/></w:rPr></w:style>`
  const material = await readBytes(
    'docx',
    word(
      paragraph(run('Ice ') + run('secretly ', '<w:vanish/>') + run('came.')) +
        paragraph(
          run('All of it, ') + run('not this', '<w:vanish w:val="0"/>'),
          '<w:pStyle w:val="Off"/>',
        ),
      { styles },
    ),
  )
  expect(outline(material)).toEqual([
    'paragraph: Ice came.',
    'paragraph: secretly',
    'paragraph: not this',
    'paragraph: All of it,',
  ])
  expect(material.fragments.map(({ within }) => within?.hints.includes('hidden'))).toEqual([
    false,
    true,
    false,
    true,
  ])
  const told = separate(material).segments.map(
    (segment) => `${segment.class}, ${segment.confidence}, ${segment.cue.id}`,
  )
  expect(told[1]).toBe('furniture, likely, page-part')
})

test('a note whose marker was deleted is deleted, one that nothing leads to goes on from no other', async () => {
  const marker = '<w:r><w:footnoteReference w:id="ID"/></w:r>'
  const note = (id: string, words: string) =>
    `<w:footnote w:id="${id}">${paragraph(run(words))}</w:footnote>`
  const material = await readBytes(
    'docx',
    word(
      paragraph(
        `${run('Ice.')}${marker.replace('ID', '2')}<w:del>${marker.replace('ID', '3')}</w:del>`,
      ),
      {
        footnotes:
          note('2', 'Two.') + note('3', 'Three.') + note('4', 'Four.') + note('4', 'More.'),
      },
    ),
  )
  expect(outline(material)).toEqual([
    'paragraph: Ice.[1]',
    'footnote-definition: Two.',
    'paragraph: Four.',
    'paragraph: More.',
  ])
  expect(material.notices).toEqual([{ id: 'deletions-left-out', about: '1' }])
})

test('signs are read by what their typeface shows, and of others it is told', async () => {
  const sign = (font: string, char: string) =>
    `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
  const material = await readBytes(
    'docx',
    word(
      paragraph(
        sign('Symbol', 'F061') +
          sign('Symbol', '00AE') +
          sign('Wingdings', 'F0E0') +
          sign('Times New Roman', '2020') +
          sign('Webdings', 'F021'),
      ),
    ),
  )
  expect(material.text).toBe('α→→†\ufffd')
  expect(material.notices).toEqual([{ id: 'characters-replaced', about: '1' }])
})

test('two breaks in a row end a paragraph, one does not', async () => {
  const line = '<w:r><w:br/></w:r>'
  const material = await readBytes(
    'docx',
    word(paragraph(run('One') + line + run('two') + line + line + run('three'))),
  )
  expect(outline(material)).toEqual(['paragraph: One\ntwo', 'paragraph: three'])
})

test('a border below alone is a rule, and so is a line that is drawn', async () => {
  const below = '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'
  const box = '<w:pBdr><w:top w:val="single"/><w:bottom w:val="single"/></w:pBdr>'
  const drawn = '<w:r><w:pict><v:rect style="width:0;height:1.5pt" o:hr="t"/></w:pict></w:r>'
  const material = await readBytes(
    'docx',
    word(
      paragraph(run('One')) +
        paragraph('', below) +
        paragraph(run('Two'), box) +
        paragraph(run('Three')) +
        paragraph(drawn) +
        paragraph(run('Four'), below) +
        paragraph(run('Five')),
    ),
  )
  expect(material.fragments.map(({ afterRule }) => afterRule)).toEqual([
    false,
    true,
    false,
    true,
    true,
  ])
  expect(material.notices).toEqual([])
})

test('the colour of links tells no voice from another', async () => {
  const styles = `<w:style w:styleId="L"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/></w:rPr></w:style>`
  const material = await readBytes(
    'docx',
    word(
      paragraph(
        `<w:hyperlink w:anchor="there">${run('Ice', '<w:rStyle w:val="L"/>')}</w:hyperlink>${run(' came.')}`,
      ),
      { styles },
    ),
  )
  expect(marksIn(material, 'Ice')).toEqual(['link #there: Ice'])
})

test('lists are as deep as their styles are', async () => {
  const styles = `<w:style w:styleId="A"><w:name w:val="Mine"/><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
    <w:style w:styleId="B"><w:name w:val="List Bullet 2"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>`
  const material = await readBytes(
    'docx',
    word(
      paragraph(run('Three'), '<w:pStyle w:val="A"/>') +
        paragraph(run('Two'), '<w:pStyle w:val="B"/>') +
        paragraph(
          run('None'),
          '<w:pStyle w:val="B"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>',
        ),
      { styles },
    ),
  )
  expect(material.fragments.map(({ kind, depth }) => [kind, depth])).toEqual([
    ['list-item', 3],
    ['list-item', 2],
    ['paragraph', 0],
  ])
})

test('the files of a document are found by what they are, whatever they are called', async () => {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const material = await readBytes(
    'docx',
    word(paragraph(run('Ice'), '<w:pStyle w:val="X"/>'), {
      'word/styles2.xml': `<w:styles><w:style w:styleId="X"><w:name w:val="heading 3"/></w:style></w:styles>`,
      'word/_rels/document.xml.rels': `<Relationships><Relationship Id="r1" Type="${type}/styles" Target="styles2.xml"/></Relationships>`,
    }),
  )
  expect(fragmentWith(material, 'Ice')).toMatchObject({ kind: 'heading', depth: 3 })
})

test('a table of contents is known by the control it stands in', async () => {
  const gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
  const control = (properties: string, words: string) =>
    `<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr>${properties}</w:sdtPr><w:sdtContent>${paragraph(run(words))}</w:sdtContent></w:sdt>`
  const material = await readBytes('docx', word(control(gallery, 'Ice 7') + control('', 'Boats')))
  expect(fragmentWith(material, 'Ice').within?.parent?.hints).toEqual(['toc'])
  expect(fragmentWith(material, 'Boats').within?.parent?.hints).toEqual([])
  expect(material.fragments.flatMap(({ marks }) => marks)).toEqual([])
})
