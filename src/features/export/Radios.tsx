import { useId, type ReactNode } from 'react'

interface RadiosProps<Choice extends string> {
  readonly legend: string
  /** In the order in which they are offered. */
  readonly labels: Readonly<Record<Choice, string>>
  readonly chosen: Choice
  readonly onChoice: (choice: Choice) => void
  readonly children?: ReactNode
}

/** One choice of a few. */
export function Radios<Choice extends string>(props: RadiosProps<Choice>): ReactNode {
  const { legend, labels, chosen, onChoice, children } = props
  const name = useId()
  return (
    <fieldset>
      <legend>{legend}</legend>
      {keysOf(labels).map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={name}
            checked={chosen === choice}
            onChange={() => {
              onChoice(choice)
            }}
          />
          <span>{labels[choice]}</span>
        </label>
      ))}
      {children}
    </fieldset>
  )
}

function keysOf<Key extends string>(labels: Readonly<Record<Key, string>>): readonly Key[] {
  const isKey = (key: string): key is Key => Object.hasOwn(labels, key)
  return Object.keys(labels).filter(isKey)
}

interface CheckBoxProps {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

export function CheckBox({ label, isOn, onChange }: CheckBoxProps): ReactNode {
  return (
    <label>
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => {
          onChange(event.currentTarget.checked)
        }}
      />
      <span>{label}</span>
    </label>
  )
}
