import { layerFacts, type Article, type LayerId } from '#core/article'
import type { LayerChoice } from '#words/export'

export type { LayerChoice }

/** The layers that a choice means. The original comes with its notes, and as its author wrote it: without capitals. */
export function chosenLayers(
  choice: LayerChoice,
  article: Article,
  visible: readonly LayerId[],
): readonly LayerId[] {
  switch (choice) {
    case 'screen':
      return visible
    case 'all':
      return article.layers.map(({ id }) => id)
    case 'original':
      return article.layers
        .filter(({ kind }) => kind === 'original' || kind === 'footnotes')
        .map(({ id }) => id)
  }
}

/** The labels of those that have words of their own, or change how words look. */
export function labelsOf(article: Article, layers: readonly LayerId[]): readonly string[] {
  return layerFacts(article)
    .filter(({ id, kind }) => layers.includes(id) && kind !== 'footnotes')
    .map(({ label }) => label)
}
