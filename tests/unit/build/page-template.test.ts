import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fillShell, linkedStylesheets } from '../../../src/build/page-template.ts'
import type { PageAddress, PageParts, RenderedPage } from '../../../src/build/page-template.ts'

const shell = readFileSync('index.html', 'utf8').replace(
  '</head>',
  '<link rel="stylesheet" crossorigin href="/assets/app-1.css"></head>',
)
const page: RenderedPage = {
  html: '<main>Text</main>',
  title: 'A title',
  description: 'A description',
  lang: 'en',
  dir: 'ltr',
  htmlAttributes: {},
  facts: {},
  head: [],
  styles: null,
  imports: false,
  workers: [],
}
const address: PageAddress = {
  path: 'read/one/',
  kind: 'article',
  authors: ['Jane Doe'],
  image: { path: 'read/one/social.png', alt: 'A title', width: 1200, height: 630 },
}
const site = { name: 'Site', description: '', url: 'https://example.org/sub/', base: '/sub/' }
const parts: PageParts = {
  site,
  bootScript: 'document.documentElement.dataset.theme="night"',
  sealed: {
    styles: 'body{color:light-dark(#111,#eee)}',
    fonts: ['/sub/assets/text-1.woff2'],
    legibleFace: '/sub/assets/legible-1.woff2',
    scripts: [],
    start: null,
    release: 'r1',
  },
}
const fill = (
  changes: Partial<RenderedPage>,
  at: PageAddress = address,
  from: PageParts = parts,
): string => fillShell(shell, { ...page, ...changes }, at, from)

function contentsOf(html: string, element: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<${element}[^>]*>([^]*?)</${element}>`, 'g'))].map(
    ([, text = '']) => text,
  )
}

describe('a page', () => {
  it('carries its text, its language and its facts', () => {
    const html = fill({ lang: 'ar', dir: 'rtl', htmlAttributes: { 'data-page': 'article' } })
    expect(html).toContain('<html lang="ar" dir="rtl" data-page="article" data-release="r1">')
    expect(html).toContain('<div id="root"><main>Text</main></div>')
    expect(html).not.toContain('<!--page-')
  })

  it('keeps its facts whole, whatever they say', () => {
    const facts = { words: '</script><script>alert(1)</script><!-- $& $1 \u2028' }
    const html = fill({ facts })
    const [json = ''] = contentsOf(html.slice(html.indexOf('page-facts') - 50), 'script')
    expect(json).not.toMatch(/<|\n/)
    expect(JSON.parse(json)).toEqual(facts)
  })

  it('keeps text that looks like a mark of the template or like a replacement pattern', () => {
    const html = fill({
      html: '<p>$& $1 $` &lt;html&gt; <!--page-facts--> <!--page-content--></p>',
    })
    expect(html).toContain('<p>$& $1 $` &lt;html&gt; <!--page-facts--> <!--page-content--></p>')
    expect(html.match(/id="page-facts"/g)).toHaveLength(1)
  })

  it('escapes titles, descriptions and attributes', () => {
    const html = fill({
      title: 'A < B & "C" $&',
      description: '"><script>alert(1)</script>',
      htmlAttributes: { 'data-x': '"><b>' },
      head: [{ tag: 'meta', attributes: { name: 'x', content: '"' } }],
    })
    expect(html).toContain('<title>A &lt; B &amp; "C" $&amp;</title>')
    expect(html).toContain('content="A &lt; B &amp; &quot;C&quot; $&amp;"')
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('data-x="&quot;&gt;&lt;b&gt;"')
    expect(html).toContain('<meta name="x" content="&quot;" />')
  })

  it('refuses the name of an attribute that is none', () => {
    expect(() => fill({ htmlAttributes: { 'x onload': '1' } })).toThrow('x onload')
  })

  it('allows exactly the inline script and style it has, before either', () => {
    const html = fill({})
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
    const [boot = ''] = contentsOf(html, 'script')
    const [styles = ''] = contentsOf(html, 'style')
    for (const text of [boot, styles]) {
      expect(policy).toContain(createHash('sha256').update(text).digest('base64'))
    }
    expect(policy).not.toContain('unsafe')
    expect(html.indexOf('http-equiv')).toBeLessThan(html.indexOf('<script'))
    expect(html.indexOf('http-equiv')).toBeLessThan(html.indexOf('<style'))
    expect(html.indexOf('charset')).toBeLessThan(html.indexOf('http-equiv'))
  })

  it('brings its styles along instead of asking for them', () => {
    expect(linkedStylesheets(shell)).toEqual(['/assets/app-1.css'])
    expect(fill({})).not.toContain('rel="stylesheet"')
    expect(fill({})).toContain(
      '<link rel="preload" href="/sub/assets/text-1.woff2" as="font" type="font/woff2" crossorigin />',
    )
  })

  it('refuses inline text that would end its element early', () => {
    const sealed = {
      styles: 'a::after{content:"</STYLE>"}',
      fonts: [],
      legibleFace: '',
      scripts: [],
      start: null,
      release: '',
    }
    expect(() => fill({}, address, { ...parts, sealed })).toThrow('</style')
  })

  it('has neither policy nor styles in development', () => {
    const html = fill({}, address, { ...parts, sealed: null })
    expect(html).not.toMatch(/Content-Security-Policy|<style/)
    expect(html).toContain('rel="stylesheet"')
  })

  it('says its address and its image in full where the site has an address', () => {
    const html = fill({})
    expect(html).toContain('<link rel="canonical" href="https://example.org/sub/read/one/" />')
    expect(html).toContain('"og:image" content="https://example.org/sub/read/one/social.png"')
    expect(html).toContain('<meta name="author" content="Jane Doe" />')
  })

  it('names its image by path and claims no address where the site has none', () => {
    const html = fill({}, address, { ...parts, site: { ...site, url: null } })
    expect(html).not.toMatch(/rel="canonical"|og:url/)
    expect(html).toContain('"og:image" content="/sub/read/one/social.png"')
  })

  it('keeps out of search engines when it has no address of its own', () => {
    const html = fill({}, { path: null, kind: 'website', authors: [], image: null })
    expect(html).toContain('<meta name="robots" content="noindex" />')
    expect(html).not.toMatch(/og:|canonical/)
  })

  it('cannot be made from a shell that has lost a mark', () => {
    expect(() => fillShell('<html></html>', page, address, parts)).toThrow('index.html has lost')
  })
})
