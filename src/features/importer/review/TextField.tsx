import { useState, type ReactNode } from 'react'

interface TextFieldProps {
  readonly id?: string
  readonly value: string
  readonly list?: string
  readonly title?: string | undefined
  readonly label?: string
  readonly describedBy?: string | undefined
  /** Told of what was typed once it is done: with Enter, or when the focus goes on. */
  readonly onValue: (value: string) => void
}

/** A field that tells what was typed when it is done, so that it is one step to undo and not one a letter. */
export function TextField(props: TextFieldProps): ReactNode {
  const { value, onValue } = props
  const [typed, setTyped] = useState<{ readonly of: string; readonly text: string } | null>(null)
  // What was typed belongs to the value it began with: an undo in between wins.
  const shown = typed?.of === value ? typed.text : value
  const finish = () => {
    setTyped(null)
    if (shown.trim() !== value) onValue(shown.trim())
  }
  return (
    <input
      id={props.id}
      type="text"
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      value={shown}
      list={props.list}
      title={props.title}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onChange={({ currentTarget }) => {
        setTyped({ of: value, text: currentTarget.value })
      }}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish()
        else if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}
