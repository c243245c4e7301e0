import { CloseIcon } from '#ui/icons.tsx'
import * as words from '#words/tools'
import * as common from '#words/common'
import { useEffect, useRef, type ReactNode } from 'react'

export type Theme = 'system' | 'light' | 'dark'

export interface ReadingPreferences {
  readonly theme: Theme
  readonly singleKeys: boolean
}

interface KeysDialogProps {
  readonly preferences: ReadingPreferences
  readonly onPreferences: (change: Partial<ReadingPreferences>) => void
  readonly onClose: () => void
}

const THEMES: readonly Theme[] = ['system', 'light', 'dark']

/** What keys there are, whether single ones work, and the theme. */
export default function KeysDialog({
  preferences,
  onPreferences,
  onClose,
}: KeysDialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="keys"
      aria-labelledby="keys.title"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
    >
      <form method="dialog" className="keys-sheet">
        <header>
          <h2 id="keys.title">{common.keysAndTheme}</h2>
          <button type="submit" aria-label={common.close}>
            <CloseIcon />
          </button>
        </header>
        <dl>
          {words.keyRows.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="keys-single">
          <input
            type="checkbox"
            checked={preferences.singleKeys}
            onChange={(event) => {
              onPreferences({ singleKeys: event.currentTarget.checked })
            }}
          />
          <span>{words.singleKeys}</span>
        </label>
        <p className="hint">{words.singleKeysHint}</p>
        <fieldset>
          <legend>{words.theme}</legend>
          {THEMES.map((theme) => (
            <label key={theme}>
              <input
                type="radio"
                name="theme"
                value={theme}
                checked={preferences.theme === theme}
                onChange={() => {
                  onPreferences({ theme })
                }}
              />
              <span>{words.themes[theme]}</span>
            </label>
          ))}
        </fieldset>
      </form>
    </dialog>
  )
}
