import { originalLayer, type ArticleFacts } from '#core/article'
import { NOTES, type Hit, type SearchEntry } from '#core/search'
import { blockInView, readBlocks } from '#features/reader'
import { SearchPanel, type SearchPanelProps } from '#features/search'
import * as common from '#words/common'
import type { ReactNode } from 'react'

type ArticleSearchProps = Omit<SearchPanelProps, 'readEntries' | 'blockInView' | 'titleOf'>

/** The search panel, with what it needs of the text as the page has it. */
export default function ArticleSearch(props: ArticleSearchProps): ReactNode {
  const { facts } = props
  return (
    <SearchPanel
      {...props}
      readEntries={() => entriesOnPage(facts)}
      blockInView={() => blockInView(textOfPage())}
      titleOf={(hit) => titleOf(hit, facts)}
    />
  )
}

/** Gives nothing now and then, so that a book is not read in one go. */
function* entriesOnPage(facts: ArticleFacts): Generator<SearchEntry | undefined> {
  const original = originalLayer(facts.layers) ?? ''
  let sincePause = 0
  for (const { isNote, ...block } of readBlocks(textOfPage(), original)) {
    yield { ...block, group: isNote ? NOTES : block.layer }
    sincePause += 1
    if (sincePause % 20 === 0) yield undefined
  }
}

function titleOf({ under, group }: Hit, facts: ArticleFacts): string {
  if (under === null) return ''
  if (group === NOTES)
    return common.noteName(document.getElementById(under)?.getAttribute('data-note') ?? '')
  return facts.outline.find(({ id }) => id === under)?.title ?? ''
}

function textOfPage(): Element {
  return document.querySelector('main article') ?? document.body
}
