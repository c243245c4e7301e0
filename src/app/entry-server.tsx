import { articleFacts, formatLayerList, libraryCard, type Article } from '#core/article'
import { ArticleTree } from '#features/document'
import { importerStyles } from '#features/importer'
import { Overview, overviewStyles } from '#features/overview'
import * as document from '#words/document'
import * as importer from '#words/importer'
import * as words from '#words/library'
import * as overview from '#words/overview'
import * as shelf from '#words/shelf'
import type { ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import type { Site } from 'virtual:site'
import { App } from './App.tsx'
import type { PageData } from './page-data.ts'
import { ImportPage } from './pages/ImportPage.tsx'
import { OwnOpening } from './pages/OwnShell.tsx'

export type PageRequest =
  | { readonly type: 'article'; readonly site: Site; readonly article: Article }
  | { readonly type: 'overview'; readonly site: Site; readonly article: Article }
  | { readonly type: 'library'; readonly site: Site; readonly articles: readonly Article[] }
  | { readonly type: 'import'; readonly site: Site }
  | { readonly type: 'own'; readonly site: Site }
  | { readonly type: 'not-found'; readonly site: Site; readonly articles: readonly Article[] }

/** Draws a page as it stands before any script runs: complete, with every layer shown. */
export async function renderPage(request: PageRequest) {
  const { site } = request
  const common = {
    lang: document.catalogueLanguage,
    dir: 'ltr' as const,
    head: [],
    styles: null,
    imports: false,
    workers: [],
  }
  switch (request.type) {
    case 'article': {
      const { article } = request
      const data: PageData = { type: 'article', facts: articleFacts(article) }
      const text = (
        <article className="article">
          <ArticleTree article={article} />
        </article>
      )
      return {
        ...common,
        html: await render(<App first={data} firstText={text} />),
        title: `${article.title} · ${site.name}`,
        description: article.summary,
        htmlAttributes: { 'data-layers': formatLayerList(article.layers) },
        facts: data,
      }
    }
    case 'overview': {
      const { article } = request
      return {
        ...common,
        html: await render(<Overview article={article} />),
        title: `${overview.pageTitle(article.title)} · ${site.name}`,
        description: overview.description(article.title),
        htmlAttributes: {},
        // Nothing wakes up on this page.
        facts: null,
        styles: overviewStyles,
      }
    }
    case 'library': {
      const data: PageData = { type: 'library', cards: request.articles.map(libraryCard) }
      return {
        ...common,
        html: await render(<App first={data} firstText={null} />),
        title: site.name,
        description: site.description,
        htmlAttributes: {},
        facts: data,
      }
    }
    case 'import':
      return {
        ...common,
        html: await render(<ImportPage />),
        title: `${importer.pageTitle} · ${site.name}`,
        description: importer.pageLead,
        htmlAttributes: { 'data-page': 'import' },
        facts: {},
        styles: importerStyles,
        imports: true,
        workers: ['import-worker'],
      }
    case 'own':
      return {
        ...common,
        html: await render(<OwnOpening />),
        title: `${shelf.pageTitle} · ${site.name}`,
        description: shelf.pageLead,
        htmlAttributes: { 'data-page': 'own' },
        facts: {},
        workers: ['own-worker'],
      }
    case 'not-found': {
      const data: PageData = { type: 'not-found', cards: request.articles.map(libraryCard) }
      return {
        ...common,
        html: await render(<App first={data} firstText={null} />),
        title: `${words.notFoundTitle} · ${site.name}`,
        description: site.description,
        htmlAttributes: {},
        facts: data,
      }
    }
  }
}

async function render(page: ReactNode): Promise<string> {
  const { prelude } = await prerender(page, {
    // Beyond this size React hides finished parts and shows them by an inline script.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
  })
  return new Response(prelude).text()
}
