import type { ArticleFacts } from '#core/article'
import { formatPlace } from '#core/anchoring'
import * as words from '#words/tools'
import * as common from '#words/common'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
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
  linkTo,
  onCopy,
}: SelectionToolsProps): ReactNode {
  const selection = useSelectionIn(root)
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      if (root.current !== null) copyEvent(event, root.current, facts.layers)
    }
    document.addEventListener('copy', copy)
    return () => {
      document.removeEventListener('copy', copy)
    }
  }, [root, facts])
  if (selection === null || root.current === null) return null
  const main = root.current
  const link = () => {
    const place = quoteOfSelection(main, facts, selection)
    return place === null ? null : linkTo(formatPlace(place))
  }
  const title = facts.title
  return (
    <div
      ref={bar}
      className="selection-tools"
      role="toolbar"
      aria-label={words.selectionTools}
      onPointerDown={(event) => {
        // Pressing a button must not take the selection away.
        event.preventDefault()
      }}
    >
      <button
        type="button"
        onClick={() => {
          const url = link()
          if (url !== null) onCopy(url, common.linkCopied)
        }}
      >
        {words.copyLinkToWords}
      </button>
      <button
        type="button"
        onClick={() => {
          const quoted = copyWithVoices(selection, facts.layers)
          const source = words.sourceOfQuotation(
            facts.authors.join(', '),
            title,
            link() ?? linkTo(''),
          )
          onCopy(`“${quoted}”\n— ${source}`, words.quotationCopied)
        }}
      >
        {words.copyQuotation}
      </button>
      {'share' in navigator && (
        <button
          type="button"
          onClick={() => {
            const url = link()
            // Rejected when the reader closes the sheet without sharing: nothing to say.
            if (url !== null) navigator.share({ title, url }).catch(() => {})
          }}
        >
          {words.shareWords}
        </button>
      )}
    </div>
  )
}

/** The selected range once the hand has come to rest; null while nothing of the text is selected. */
function useSelectionIn(root: RefObject<HTMLElement | null>): Range | null {
  const [range, setRange] = useState<Range | null>(null)
  useEffect(() => {
    let timer: number | undefined
    const look = () => {
      const selection = document.getSelection()
      const main = root.current
      if (
        selection === null ||
        selection.isCollapsed ||
        selection.rangeCount === 0 ||
        main === null
      ) {
        setRange(null)
        return
      }
      const selected = selection.getRangeAt(0)
      const text = main.querySelector('.text')
      const notes = main.querySelector('.endnotes')
      const isInText = [text, notes].some((part) => part !== null && selected.intersectsNode(part))
      setRange(isInText && selection.toString().trim() !== '' ? selected.cloneRange() : null)
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
  return range
}
