import type { Article } from '#core/article'
import { ArticleTree } from '#features/document'
import { memo, type ReactNode } from 'react'

/** The article as the reading page will show it; drawn anew only if it is another one. */
function ArticlePreview({
  article,
  isWhole,
}: {
  readonly article: Article
  readonly isWhole: boolean
}): ReactNode {
  return (
    <article className="article">
      <ArticleTree article={article} overview={null} isPart={!isWhole} />
    </article>
  )
}

export default memo(ArticlePreview)
