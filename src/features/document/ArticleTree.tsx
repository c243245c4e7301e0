import { wordsByLayer, type Article } from '#core/article'
import type { ReactNode } from 'react'
import { HeadingView } from './blocks.tsx'
import { Colophon } from './Colophon.tsx'
import { Endnotes } from './Endnotes.tsx'
import { PassageView } from './PassageView.tsx'
import { renderingOf } from './rendering.ts'
import { TitlePage } from './TitlePage.tsx'

interface ArticleTreeProps {
  readonly article: Article
  /** Where its overview stands, seen from the page; null where there is none. */
  readonly overview?: string | null
  /** Whether it is only a part of one, which says nothing of how long that takes to read. */
  readonly isPart?: boolean
}

/** What stands inside the `<article>` of a page. */
export function ArticleTree({
  article,
  overview = 'overview/',
  isPart = false,
}: ArticleTreeProps): ReactNode {
  const rendering = renderingOf(article)
  return (
    <>
      <TitlePage article={article} isPart={isPart} />
      <div className="text" lang={article.lang} dir={article.dir} data-length={lengthOf(article)}>
        {article.sections.map((section, index) => (
          <section className="section" key={section.heading?.id ?? index}>
            {section.heading !== null && (
              <HeadingView
                heading={section.heading}
                level={section.heading.depth}
                rendering={rendering}
                dir={article.dir}
              />
            )}
            {section.passages.map((passage) => (
              <PassageView key={passage.id} passage={passage} rendering={rendering} />
            ))}
          </section>
        ))}
      </div>
      <Endnotes
        footnotes={article.footnotes}
        published={article.source.published}
        rendering={rendering}
      />
      <Colophon article={article} overview={overview} />
    </>
  )
}

/** Words from which on a browser had better not lay out the whole text at once; some 60 pages. */
const BOOK = 15_000

function lengthOf(article: Article): 'book' | undefined {
  const words = [...wordsByLayer(article).values()].reduce((sum, count) => sum + count, 0)
  return words > BOOK ? 'book' : undefined
}
