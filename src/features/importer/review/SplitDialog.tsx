import { Dialog } from '#ui/Dialog.tsx'
import * as common from '#words/common'
import * as words from '#words/importer'
import { useEffect, useRef, useState, type ReactNode } from 'react'

interface SplitDialogProps {
  readonly text: string
  /** Where the caret stands at first, in the text. */
  readonly caret: number
  readonly onSplit: (offset: number) => void
  readonly onClose: () => void
}

/** Characters around the caret that the field holds: a longer one would take seconds to lay out. */
const MOST = 20_000

/**
 * Where a block is split. A field whose text cannot be changed: it is the one place in which every
 * browser shows a caret that keys, fingers and screen readers can move.
 */
export function SplitDialog({ text, caret, onSplit, onClose }: SplitDialogProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null)
  const first =
    text.length <= MOST ? 0 : Math.max(0, Math.min(caret - MOST / 2, text.length - MOST))
  const part = text.slice(first, first + MOST)
  const [at, setAt] = useState(caret - first)

  // Both belong to the browser: where the caret is, and that nothing is written.
  useEffect(() => {
    const element = field.current
    if (element === null) return
    const refuse = (event: Event) => {
      event.preventDefault()
    }
    element.addEventListener('beforeinput', refuse)
    element.focus()
    element.setSelectionRange(caret - first, caret - first)
    return () => {
      element.removeEventListener('beforeinput', refuse)
    }
  }, [caret, first])

  const split = () => {
    onSplit(first + (field.current?.selectionStart ?? at))
  }
  return (
    <Dialog name="split" title={words.splitTitle} closeLabel={common.close} onClose={onClose}>
      <p id="importer.split-hint" className="hint">
        {part.length < text.length ? words.splitTooLong(part.length) : words.splitHint}
      </p>
      <textarea
        ref={field}
        dir="auto"
        rows={12}
        inputMode="none"
        autoComplete="off"
        spellCheck={false}
        aria-labelledby="split.title"
        aria-describedby="importer.split-hint"
        // Composed letters cannot be refused; they are taken back.
        value={part}
        onChange={() => {}}
        onSelect={({ currentTarget }) => {
          setAt(currentTarget.selectionStart)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          split()
        }}
      />
      <p className="split-parts" dir="auto">
        <span>{part.slice(Math.max(0, at - 40), at).trimStart()}</span>
        <span className="split-mark" aria-hidden="true" />
        <span>{part.slice(at, at + 40).trimEnd()}</span>
      </p>
      <p className="split-actions">
        <button type="button" className="import-primary" onClick={split}>
          {words.splitHere}
        </button>
      </p>
    </Dialog>
  )
}
