import {
  CHOICES,
  RANGES,
  type ChoiceName,
  type Preferences,
  type RangeName,
} from '#core/preferences'
import { useId, type ReactNode } from 'react'

type OnChange = (change: Partial<Preferences>) => void

interface ChoiceProps<Name extends ChoiceName> {
  readonly name: Name
  readonly label: string
  readonly names: Readonly<Record<Preferences[Name], string>>
  /** A line below each name. */
  readonly hints?: Readonly<Record<Preferences[Name], string>>
  readonly preferences: Preferences
  readonly onChange: OnChange
}

/** One of several. */
export function Choice<Name extends ChoiceName>({
  name,
  label,
  names,
  hints,
  preferences,
  onChange,
}: ChoiceProps<Name>): ReactNode {
  return (
    <fieldset data-setting={name}>
      <legend>{label}</legend>
      {CHOICES[name].map((value) => (
        <label key={value} className="settings-choice" data-value={value}>
          <input
            type="radio"
            name={`settings.${name}`}
            value={value}
            checked={preferences[name] === value}
            onChange={() => {
              onChange({ [name]: value })
            }}
          />
          <span>
            {names[value]}
            {hints && <small>{hints[value]}</small>}
          </span>
          {name === 'colours' && <Voices colours={value} />}
        </label>
      ))}
    </fieldset>
  )
}

/** The shapes of two voices in one set of colours. */
function Voices({ colours }: { colours: string }): ReactNode {
  return (
    <span className="voices" data-colours={colours} aria-hidden="true">
      <span className="shape" data-kind="commentary" />
      <span className="shape" data-kind="background" />
    </span>
  )
}

interface SliderProps {
  readonly name: RangeName
  readonly label: string
  /** The value as it is said. */
  readonly valueText: (value: number) => string
  readonly shown: number
  readonly unit?: string
  /** Behind the point. */
  readonly digits?: number
  readonly onChange: OnChange
}

/** A number within its range. */
export function Slider({
  name,
  label,
  valueText,
  shown,
  unit = '',
  digits = 0,
  onChange,
}: SliderProps): ReactNode {
  const id = useId()
  const { from, to, step } = RANGES[name]
  return (
    <div className="settings-slider" data-setting={name}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id} aria-hidden="true">
        {`${shown.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`}
      </output>
      <input
        id={id}
        type="range"
        min={from}
        max={to}
        step={step}
        value={shown}
        aria-valuetext={valueText(shown)}
        onChange={(event) => {
          onChange({ [name]: event.currentTarget.valueAsNumber })
        }}
      />
    </div>
  )
}

interface SwitchProps {
  readonly name: 'isJustified' | 'isHyphenated' | 'singleKeys'
  readonly label: string
  readonly hint?: string
  readonly preferences: Preferences
  readonly onChange: OnChange
}

/** On or off. */
export function Switch({ name, label, hint, preferences, onChange }: SwitchProps): ReactNode {
  const id = useId()
  return (
    <>
      <label className="settings-choice" data-setting={name}>
        <input
          type="checkbox"
          checked={preferences[name]}
          aria-describedby={hint === undefined ? undefined : id}
          onChange={(event) => {
            onChange({ [name]: event.currentTarget.checked })
          }}
        />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <p className="settings-hint" id={id}>
          {hint}
        </p>
      )}
    </>
  )
}
