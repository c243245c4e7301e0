import type { Article } from '#core/article'
import { ArticleTree } from '#features/document'
import { memo, type ReactNode } from 'react'

/** The article as the reading page will show it; drawn anew only if it is another one. */
function ArticlePreview({ article }: { readonly article: Article }): ReactNode {
  return (
    <article className="article">
      <ArticleTree article={article} overview={null} />
    </article>
  )
}

export default memo(ArticlePreview)
