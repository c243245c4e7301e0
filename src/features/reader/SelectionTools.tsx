import type { ArticleFacts } from '#core/article'
import { formatPlace } from '#core/anchoring'
import * as words from '#words/tools'
import * as common from '#words/common'
import { useEffect, useState, type ReactNode, type RefObject } from 'react'
import { copyWithVoices, onCopy as copyEvent } from './copy-with-voices.ts'
import { quoteOfSelection } from './quotes-on-page.ts'

interface SelectionToolsProps {
  readonly root: RefObject<HTMLElement | null>
  readonly facts: ArticleFacts
  /** The address of a fragment, with the layers as they are now. */
  readonly linkTo: (hash: string) => string
  readonly onCopy: (text: string, said: string) => void
}

/** A small bar over the controls while words of the article are selected. */
export default function SelectionTools({
  root,
  facts,
  linkTo: hrefOf,
  onCopy,
}: SelectionToolsProps): ReactNode {
  const isSelected = useIsSelected(root)
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      if (root.current !== null) copyEvent(event, root.current, facts.layers)
    }
    document.addEventListener('copy', copy)
    return () => {
      document.removeEventListener('copy', copy)
    }
  }, [root, facts])
  if (!isSelected || root.current === null) return null
  const main = root.current
  // What is selected when a button is pressed counts: it may have changed since the bar came.
  const linkTo = (selection: Range) => {
    const place = quoteOfSelection(main, facts, selection)
    return hrefOf(place === null ? '' : formatPlace(place))
  }
  const withSelection = (use: (selection: Range) => void) => () => {
    const selection = selectedIn(main)
    if (selection !== null) use(selection)
  }
  return (
    <div
      className="selection-tools"
      role="group"
      aria-label={words.selectionTools}
      onPointerDown={(event) => {
        // Pressing a button must not take the selection away.
        event.preventDefault()
      }}
    >
      <button
        type="button"
        onClick={withSelection((selection) => {
          onCopy(linkTo(selection), common.linkCopied)
        })}
      >
        {words.copyLinkToWords}
      </button>
      <button
        type="button"
        onClick={withSelection((selection) => {
          const quoted = copyWithVoices(selection, facts.layers)
          const authors = facts.authors.join(', ')
          const source = words.sourceOfQuotation(authors, facts.title, linkTo(selection))
          onCopy(`“${quoted}”\n— ${source}`, words.quotationCopied)
        })}
      >
        {words.copyQuotation}
      </button>
      {'share' in navigator && (
        <button
          type="button"
          onClick={withSelection((selection) => {
            // Rejected when the reader closes the sheet without sharing: nothing to say.
            navigator.share({ title: facts.title, url: linkTo(selection) }).catch(() => {})
          })}
        >
          {words.shareWords}
        </button>
      )}
    </div>
  )
}

/** Whether words of the text are selected, once the hand has come to rest. */
function useIsSelected(root: RefObject<HTMLElement | null>): boolean {
  const [isSelected, setSelected] = useState(false)
  useEffect(() => {
    let timer: number | undefined
    const look = () => {
      setSelected(root.current !== null && selectedIn(root.current) !== null)
    }
    const soon = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(look, 200)
    }
    document.addEventListener('selectionchange', soon)
    look()
    return () => {
      document.removeEventListener('selectionchange', soon)
      window.clearTimeout(timer)
    }
  }, [root])
  return isSelected
}

function selectedIn(main: Element): Range | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const selected = selection.getRangeAt(0)
  const parts = [main.querySelector('.text'), main.querySelector('.endnotes')]
  const isInText = parts.some((part) => part !== null && selected.intersectsNode(part))
  return isInText && selection.toString().trim() !== '' ? selected : null
}
