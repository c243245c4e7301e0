import * as words from '#words/importer'
import { useRef, useState, type ClipboardEvent, type ReactNode } from 'react'
import type { Brought } from '../desk/protocol.ts'

interface PasteFormProps {
  readonly onRead: (brought: Brought) => void
  readonly onTrouble: (sentence: string) => void
}

/** Characters from which on a paste is not put into the field: laying it out there would take seconds. */
const LONG = 200_000

interface Pasted {
  readonly text: string
  readonly html: string | null
  /** Too long for the field. */
  readonly isLong: boolean
  /** What stood in the field before a paste that is too long for it. */
  readonly before: string
}

/** The field to paste into. What the clipboard holds beside the plain text is kept, until the text is changed. */
export function PasteForm({ onRead, onTrouble }: PasteFormProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null)
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const [restored, setRestored] = useState('')
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData('text/plain')
    const html = event.clipboardData.getData('text/html')
    const isLong = Math.max(text.length, html.length / 4) > LONG
    if (isLong) event.preventDefault()
    const { value, selectionStart, selectionEnd } = event.currentTarget
    // Into an empty field only: of a text put together from pieces, no one piece has the formatting.
    const isAlone = value === ''
    if (!isLong && (!isAlone || html === '')) setPasted(null)
    else
      setPasted({
        text: value.slice(0, selectionStart) + text + value.slice(selectionEnd),
        html: isAlone && html !== '' ? html : null,
        isLong,
        before: value,
      })
  }
  const submit = () => {
    const typed = field.current?.value ?? ''
    if (pasted !== null) onRead({ type: 'paste', text: pasted.text, html: pasted.html })
    else if (typed.trim() === '') {
      onTrouble(words.fieldEmpty)
      field.current?.focus()
    } else onRead({ type: 'paste', text: typed, html: null })
  }
  return (
    <form
      className="import-paste"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label htmlFor="importer.paste">{words.pasteHere}</label>
      {pasted?.isLong === true ? (
        <p className="import-long">
          <span>{words.pastedLong(pasted.text.length)}</span>
          <button
            type="button"
            onClick={() => {
              setRestored(pasted.before)
              setPasted(null)
            }}
          >
            {words.takeAway}
          </button>
        </p>
      ) : (
        <textarea
          ref={field}
          id="importer.paste"
          rows={9}
          defaultValue={restored}
          spellCheck={false}
          autoComplete="off"
          onPaste={paste}
          onChange={({ nativeEvent }) => {
            const isPaste =
              'inputType' in nativeEvent && nativeEvent.inputType === 'insertFromPaste'
            if (!isPaste) setPasted(null)
          }}
        />
      )}
      <p className="import-go">
        <button type="submit" className="import-primary">
          {words.go}
        </button>
        {pasted !== null && pasted.html !== null && (
          <span className="import-hint">{words.pastedWithMarkup}</span>
        )}
      </p>
    </form>
  )
}
