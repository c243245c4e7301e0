import type { Article, LayerId } from '#core/article'
import * as words from '#words/export'
import type { ReactNode } from 'react'
import { chosenLayers, labelsOf, type LayerChoice } from './layer-choice.ts'
import { Radios } from './Radios.tsx'

export interface LayerFieldsProps {
  readonly article: Article
  readonly visible: readonly LayerId[]
  readonly choice: LayerChoice
  readonly onChoice: (choice: LayerChoice) => void
}

/** Which layers come along, and by name which these are. */
export function LayerFields({ article, visible, choice, onChoice }: LayerFieldsProps): ReactNode {
  const labels = labelsOf(article, chosenLayers(choice, article, visible))
  return (
    <Radios
      legend={words.layerChoice}
      labels={words.layerChoices}
      chosen={choice}
      onChoice={onChoice}
    >
      <p className="hint">
        {labels.length === 0 ? words.holdsNothing : words.holdsLayers(labels.join(', '))}
      </p>
    </Radios>
  )
}
