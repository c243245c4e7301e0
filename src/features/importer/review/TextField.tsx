import { useRef, useState, type ReactNode } from 'react'

interface TextFieldProps {
  readonly id?: string
  readonly value: string
  readonly list?: string
  readonly title?: string | undefined
  readonly label?: string
  readonly describedBy?: string | undefined
  /** Told of what was typed once it is done: with Enter, or when the focus goes on. */
  readonly onValue: (value: string) => void
  /** Where the focus goes after Enter; without it, it stays. */
  readonly onEnter?: () => void
}

interface Typed {
  /** The value that was there when somebody began to type. */
  readonly of: string
  readonly text: string
}

/** A field that tells what was typed when it is done, so that it is one step to undo and not one a letter. */
export function TextField(props: TextFieldProps): ReactNode {
  const { value, onValue, onEnter } = props
  const [typed, setTyped] = useState<Typed | null>(null)
  /** The same, but known at once: what is done or given up must not be told again as the focus goes on. */
  const now = useRef<Typed | null>(null)
  const type = (next: Typed | null) => {
    now.current = next
    setTyped(next)
  }
  // What was typed belongs to the value it began with: an undo in between wins.
  const shown = typed?.of === value ? typed.text : value
  const finish = () => {
    const text = now.current?.of === value ? now.current.text.trim() : value
    type(null)
    if (text !== value) onValue(text)
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
        type({ of: value, text: currentTarget.value })
      }}
      onBlur={finish}
      onKeyDown={(event) => {
        // Enter may end what a keyboard composes, and no more than that.
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
          finish()
          onEnter?.()
        } else if (event.key === 'Escape') type(null)
      }}
    />
  )
}
