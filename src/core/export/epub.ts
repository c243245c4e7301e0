import { navigation, packageDocument, type ManifestItem } from './epub-package.ts'
import { epubPlaces, notesFile, sectionFile } from './epub-places.ts'
import { colophonMarkup, notesMarkup, titleMarkup } from './frame-markup.ts'
import { escaped } from './markup-text.ts'
import { sectionMarkup } from './passage-markup.ts'
import type { Edition, Setting } from './setting.ts'
import { textStyle } from './text-style.ts'
import { zip, type PackedFile } from './zip.ts'

/**
 * The article as a book of EPUB 3: a file for each section, the notes where a reader can pop them up
 * from their markers. `modified` is when it was made.
 */
export function writeEpub(edition: Edition, modified: Date): Uint8Array {
  return zip(epubFiles(edition, modified), modified)
}

export function epubFiles(edition: Edition, modified: Date): readonly PackedFile[] {
  const { article, wording } = edition
  const images = edition.images.map((image, index) => ({
    ...image,
    href: `image-${index + 1}.${extensionOf(image.mediaType)}`,
  }))
  const { idOf, hrefOf } = epubPlaces(article)
  const setting: Setting = {
    ...edition,
    dialect: 'epub',
    idOf,
    hrefOf,
    imageOf: (src) => images.find((image) => image.src === src)?.href ?? null,
  }
  const pages: readonly (readonly [href: string, markup: string])[] = [
    ['title.xhtml', titleMarkup(setting)],
    ...article.sections.map(
      (section, index) => [sectionFile(index), sectionMarkup(section, setting)] as const,
    ),
    ...(article.footnotes.length > 0 ? [[notesFile, notesMarkup(setting)] as const] : []),
    ['colophon.xhtml', colophonMarkup(setting)],
  ]
  const page = (body: string) => xhtml(body, article.title, article.lang, article.dir)
  const items: readonly ManifestItem[] = [
    ...pages.map(([href]) => ({
      id: href.replace('.xhtml', ''),
      href,
      mediaType: 'application/xhtml+xml',
      isInSpine: true,
    })),
    {
      id: 'nav',
      href: 'nav.xhtml',
      mediaType: 'application/xhtml+xml',
      properties: 'nav',
      isInSpine: false,
    },
    { id: 'style', href: 'style.css', mediaType: 'text/css', isInSpine: false },
    ...images.map(({ href, mediaType }, index) => ({
      id: `image-${index + 1}`,
      href,
      mediaType,
      isInSpine: false,
    })),
  ]
  const facts = { items, modified, hasImages: images.length > 0 }
  return [
    // The first file, and readable as it is: that is how one knows a book by its bytes.
    { path: 'mimetype', content: 'application/epub+zip', isStored: true },
    { path: 'META-INF/container.xml', content: container },
    { path: 'book/package.opf', content: packageDocument(edition, facts) },
    {
      path: 'book/nav.xhtml',
      content: xhtml(navigation(edition), wording.contents, wording.lang, 'ltr'),
    },
    { path: 'book/style.css', content: `${textStyle}\n` },
    ...pages.map(([href, markup]) => ({ path: `book/${href}`, content: page(markup) })),
    ...images.map(({ href, bytes }) => ({ path: `book/${href}`, content: bytes, isStored: true })),
  ]
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

function xhtml(body: string, title: string, lang: string, dir: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${escaped(lang)}" xml:lang="${escaped(lang)}" dir="${dir}">
<head><title>${escaped(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
${body}
</body>
</html>
`
}

function extensionOf(mediaType: string): string {
  const type = mediaType.split('/')[1] ?? 'bin'
  return { jpeg: 'jpg', 'svg+xml': 'svg' }[type] ?? type
}
