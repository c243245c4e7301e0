import { strToU8, zipSync } from 'fflate'

/** Files by their name, packed as a program would pack them. */
export function pack(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  )
}

const CONTAINER =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'

/** A book of these chapters: bodies of XHTML by name. */
export function book(
  chapters: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  const names = Object.keys(chapters)
  const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <metadata><dc:title>The &amp; Harbour</dc:title><dc:creator>Ann Lee</dc:creator><dc:creator>Bob</dc:creator>
    <dc:language>en</dc:language><dc:date>1901</dc:date><dc:identifier>https://e.org/book</dc:identifier></metadata>
    <manifest>${names.map((name, at) => `<item id="c${at}" href="${name}" media-type="application/xhtml+xml"/>`).join('')}
    <item id="css" href="a.css" media-type="text/css"/></manifest>
    <spine>${names.map((_name, at) => `<itemref idref="c${at}"/>`).join('')}</spine></package>`
  const files: Record<string, string | Uint8Array> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'OEBPS/book.opf': opf,
  }
  for (const name of names) {
    files[`OEBPS/${decodeURIComponent(name)}`] =
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${chapters[name] ?? ''}</body></html>`
  }
  return pack({ ...files, ...more })
}

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** A document of Word with this body, and further parts: `footnotes` is the content of word/footnotes.xml. */
export function word(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels':
      '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
  }
  for (const [name, content] of Object.entries(parts)) {
    const isWhole = name.includes('/')
    files[isWhole ? name : `word/${name}.xml`] = isWhole
      ? content
      : `<w:${name} ${W}>${content}</w:${name}>`
  }
  return pack(files)
}

/** A paragraph of runs: `run('words', '<w:i/>')`. */
export function paragraph(runs: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
}

export function run(words: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
}
