import {
  formatLayers,
  formatSearch,
  parseLayers,
  parseSearch,
  parseView,
  withView,
  type ArticleFacts,
  type LayerId,
  type View,
} from '#core/article'
import { searchNow } from '../address.ts'
import { own } from '../own-article.ts'

interface Question {
  readonly visible?: readonly LayerId[]
  /** Null: none is named, and the reader's own choice holds. */
  readonly view?: View | null
  /** What is searched for; empty where nothing is. */
  readonly asked?: string
}

/** The question of an article's address, everything that it carries: as it is now, but for `change`. */
export function questionWith(facts: ArticleFacts, change: Question = {}): string {
  const now = searchNow()
  const {
    visible = parseLayers(now, facts.layers).visible,
    view = parseView(now),
    asked = parseSearch(now),
  } = change
  const question = formatSearch(asked, withView(formatLayers(visible, facts.layers), view))
  return own.question ? own.question + question.replace('?', '&') : question
}
