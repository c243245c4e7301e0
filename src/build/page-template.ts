import type { Article } from '#core/article'
import type { Site } from 'virtual:site'
import { securityPolicy } from './security-policy.ts'
import { publicAddress } from './site.ts'

/** What the app is asked to draw. */
export type PageRequest =
  | { readonly type: 'article'; readonly site: Site; readonly article: Article }
  | { readonly type: 'overview'; readonly site: Site; readonly article: Article }
  | { readonly type: 'library'; readonly site: Site; readonly articles: readonly Article[] }
  | { readonly type: 'import'; readonly site: Site }
  | { readonly type: 'own'; readonly site: Site }
  | { readonly type: 'not-found'; readonly site: Site; readonly articles: readonly Article[] }

/** What the app answers. */
export interface RenderedPage {
  /** What stands in the root element. */
  readonly html: string
  readonly title: string
  readonly description: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** Further attributes of the `<html>` element. */
  readonly htmlAttributes: Readonly<Record<string, string>>
  /** What the app needs to wake up on this page, as JSON in the element `#page-facts`; null for a page that needs no script. */
  readonly facts: JsonValue
  /** Style rules that no other page has; null where the common ones do. */
  readonly styles: string | null
  /** Whether texts are imported here, for which the policy allows a little more. */
  readonly imports: boolean
  /** The workers that this page may start, each by the name of its policy. */
  readonly workers: readonly string[]
  /** Further elements of the head. */
  readonly head: readonly HeadElement[]
}

/** The members are unknown so that read-only interfaces pass; JSON.stringify is the judge. */
type JsonValue = string | number | boolean | null | readonly unknown[] | object

interface HeadElement {
  readonly tag: 'meta' | 'link'
  readonly attributes: Readonly<Record<string, string>>
}

/** What a page says to the outside: to search engines, and to whoever shows a link to it. */
export interface PageAddress {
  /** Seen from the base, e.g. `read/my-article/`; null for a page that has no address of its own. */
  readonly path: string | null
  readonly kind: 'article' | 'website'
  readonly authors: readonly string[]
  /** A file in the site, seen from the base. */
  readonly image: {
    readonly path: string
    readonly alt: string
    readonly width: number
    readonly height: number
  } | null
}

/** What is the same on all pages. */
export interface PageParts {
  readonly site: Site
  /** Runs before the first paint. */
  readonly bootScript: string
  /** Null in development, where Vite brings the styles and the policy would forbid it. */
  readonly sealed: {
    readonly styles: string
    /** Addresses of fonts that every page needs at once. */
    readonly fonts: readonly string[]
    /** Address of the face for low vision, which the boot script asks for where it was chosen. */
    readonly legibleFace: string
    /** Addresses of the scripts that the boot script fetches once the text has been painted; it runs the first. */
    readonly scripts: readonly string[]
    /** Address of the script that starts a page which is no part of the app; null for all others. */
    readonly start: string | null
    /** Names the state of the site that the page belongs to. */
    readonly release: string
  } | null
}

/** The `<meta>` elements in which the boot script finds them. */
const SCRIPTS = 'scripts'
const LEGIBLE_FACE = 'legible-face'
/** The attribute by which a page knows whether a service worker is newer than itself. */
const RELEASE = 'data-release'
const HEAD = '<!--page-head: the shell of every page is filled by src/build/page-template.ts-->'
const CONTENT = '<!--page-content-->'
const FACTS = '<!--page-facts-->'

/** Fills the shell (index.html as Vite left it) with a page. Pure: the same facts make the same bytes. */
export function fillShell(
  shell: string,
  page: RenderedPage,
  address: PageAddress,
  parts: PageParts,
): string {
  const htmlAttributes = attributes({
    lang: page.lang,
    dir: page.dir,
    ...page.htmlAttributes,
    ...(parts.sealed === null ? {} : { [RELEASE]: parts.sealed.release }),
  })
  // Each place is replaced on its own piece, so that a page about this template cannot be filled into itself.
  const [beforeHead, afterHead] = cut(parts.sealed === null ? shell : withoutLoading(shell), HEAD)
  const [beforeContent, afterContent] = cut(afterHead, CONTENT)
  const [beforeFacts, afterFacts] = cut(afterContent, FACTS)
  return [
    beforeHead.replace(/<html[^>]*>/, () => `<html${htmlAttributes}>`),
    headElements(page, address, parts).join('\n    '),
    beforeContent,
    page.html,
    beforeFacts,
    `<script type="application/json" id="page-facts">${scriptJson(page.facts)}</script>`,
    afterFacts,
  ].join('')
}

/** The policy of the pages, and of the headers that a host sends with them. */
export function pagePolicy(parts: {
  readonly bootScript: string
  readonly styles: readonly string[]
  readonly imports: boolean
  readonly workers: readonly string[]
}): string {
  const { bootScript, styles, imports, workers } = parts
  return securityPolicy({ scripts: [bootScript], styles, imports, workers })
}

/** The addresses of the style sheets that the shell links to, in their order. */
export function linkedStylesheets(shell: string): readonly string[] {
  return [...shell.matchAll(STYLESHEET_LINK)].flatMap(([, address]) =>
    address === undefined ? [] : [address],
  )
}

const STYLESHEET_LINK = /\s*<link rel="stylesheet"[^>]*href="([^"]*)"[^>]*>/g

/** The addresses of the scripts that the shell loads, in their order. */
export function loadedScripts(shell: string): readonly string[] {
  return [...shell.matchAll(SCRIPT)].flatMap(([, address]) =>
    address === undefined ? [] : [address],
  )
}

const SCRIPT = /\s*<script [^>]*src="([^"]*)"[^>]*>\s*<\/script>/g

function withoutLoading(shell: string): string {
  return shell.replace(STYLESHEET_LINK, '').replace(SCRIPT, '')
}

function cut(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark)
  if (at === -1)
    throw new Error(`index.html has lost its mark ${mark}, in whose place the page is put.`)
  return [text.slice(0, at), text.slice(at + mark.length)]
}

function headElements(
  page: RenderedPage,
  address: PageAddress,
  parts: PageParts,
): readonly string[] {
  const { site, bootScript, sealed } = parts
  const own = page.styles === null ? [] : [page.styles]
  return [
    // Before everything that it governs.
    ...(sealed === null
      ? []
      : [
          meta({
            'http-equiv': 'Content-Security-Policy',
            content: pagePolicy({
              bootScript,
              styles: [sealed.styles, ...own],
              imports: page.imports,
              workers: page.workers,
            }),
          }),
        ]),
    `<title>${escapeText(page.title)}</title>`,
    // The boot script reads it at once.
    ...(sealed === null ? [] : [meta({ name: LEGIBLE_FACE, content: sealed.legibleFace })]),
    `<script>${inlineText(bootScript, 'script')}</script>`,
    ...(sealed === null
      ? []
      : [
          ...sealed.fonts.map((href) =>
            link({ rel: 'preload', href, as: 'font', type: 'font/woff2', crossorigin: '' }),
          ),
          ...(sealed.start === null
            ? []
            : [
                `<script${attributes({ type: 'module', src: sealed.start })}></script>`,
                // There is no long text to be painted first, and one after the other they would take long.
                ...sealed.scripts.map((href) => link({ rel: 'modulepreload', href })),
              ]),
          // No script elements: the browser would set about them before it has painted the text.
          ...(page.facts === null
            ? []
            : [meta({ name: SCRIPTS, content: sealed.scripts.join(' ') })]),
          // Named, so that React puts the sheets of later parts behind it. A sheet before this one would have
          // the browser look at all faces again, and set a text that is being read in one that has come since.
          `<style data-precedence="page">${inlineText(sealed.styles, 'style')}</style>`,
        ]),
    ...own.map((styles) => `<style>${inlineText(styles, 'style')}</style>`),
    meta({ name: 'description', content: page.description }),
    ...sharingElements(page, address, site),
    ...page.head.map(({ tag, attributes: values }) =>
      tag === 'meta' ? meta(values) : link(values),
    ),
  ]
}

function sharingElements(page: RenderedPage, address: PageAddress, site: Site): readonly string[] {
  if (address.path === null) return [meta({ name: 'robots', content: 'noindex' })]
  const here = publicAddress(site, address.path)
  const property = (name: string, content: string) => meta({ property: name, content })
  return [
    // Only a whole address is canonical; a path would say nothing.
    ...(site.url === null
      ? []
      : [link({ rel: 'canonical', href: here }), property('og:url', here)]),
    ...address.authors.map((author) => meta({ name: 'author', content: author })),
    property('og:type', address.kind),
    property('og:site_name', site.name),
    property('og:title', page.title),
    property('og:description', page.description),
    ...(address.image === null
      ? [meta({ name: 'twitter:card', content: 'summary' })]
      : [
          property('og:image', publicAddress(site, address.image.path)),
          property('og:image:type', 'image/png'),
          property('og:image:width', String(address.image.width)),
          property('og:image:height', String(address.image.height)),
          property('og:image:alt', address.image.alt),
          meta({ name: 'twitter:card', content: 'summary_large_image' }),
        ]),
  ]
}

function meta(values: Readonly<Record<string, string>>): string {
  return `<meta${attributes(values)} />`
}

function link(values: Readonly<Record<string, string>>): string {
  return `<link${attributes(values)} />`
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => {
      if (!/^[a-z][a-z0-9:-]*$/.test(name))
        throw new Error(`This cannot be the name of an attribute: ${name}`)
      return value === '' ? ` ${name}` : ` ${name}="${escapeAttribute(value)}"`
    })
    .join('')
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;')
}

/** JSON that cannot end the script element it stands in, nor open a comment there. */
function scriptJson(value: JsonValue): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/** Scripts and styles cannot be escaped, and a change would break their hash: refuse what would end the element. */
function inlineText(text: string, element: 'script' | 'style'): string {
  if (new RegExp(`</${element}|<!--`, 'i').test(text)) {
    throw new Error(
      `The inline ${element} contains "</${element}" or "<!--", which would end it early.`,
    )
  }
  return text
}
