import { initialPreferences } from '#core/preferences'
import { CloseIcon } from '#ui/icons.tsx'
import * as words from '#words/settings'
import * as common from '#words/common'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { Choice, Slider, Switch } from './controls.tsx'
import { SETTINGS_ID, type SettingsProps } from './SettingsButton.tsx'
import sheet from './settings.css?url'

interface OpenSettingsProps extends SettingsProps {
  readonly onClose: () => void
}

/**
 * Everything there is to choose. Not modal, and not over the middle of the page: what is chosen is
 * seen in the text beside it, which can be scrolled meanwhile.
 */
export default function Settings({
  preferences,
  onPreferences,
  onForgetPlaces,
  onClose,
}: OpenSettingsProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const close = useEffectEvent(onClose)
  const [said, setSaid] = useState('')
  // Where no size is chosen, the slider stands where the window has put it.
  const [sizeOfHouse] = useState(() => Math.round(sizeOnPage()))
  useEffect(() => {
    const panel = dialog.current
    if (panel === null) return
    const follow = (event: ToggleEvent) => {
      if (event.newState === 'closed') close()
    }
    panel.addEventListener('toggle', follow)
    panel.showPopover()
    panel.focus({ preventScroll: true })
    return () => {
      panel.removeEventListener('toggle', follow)
    }
  }, [])
  const change: SettingsProps['onPreferences'] = (chosen) => {
    setSaid('')
    onPreferences(chosen)
  }
  const props = { preferences, onChange: change }
  return (
    <>
      <link rel="stylesheet" href={sheet} precedence="part" />
      <dialog
        ref={dialog}
        id={SETTINGS_ID}
        className="settings"
        popover="auto"
        aria-labelledby="settings.title"
        tabIndex={-1}
      >
        <div className="settings-head">
          <h2 id="settings.title">{common.settings}</h2>
          <button
            type="button"
            className="settings-close"
            aria-label={common.close}
            popoverTarget={SETTINGS_ID}
            popoverTargetAction="hide"
          >
            <CloseIcon />
          </button>
        </div>
        <div className="settings-all">
          <Choice name="theme" label={words.theme} names={words.themes} {...props} />
          <Choice
            name="face"
            label={words.face}
            names={words.faces}
            hints={words.faceHints}
            {...props}
          />
          <Slider
            name="size"
            label={words.size}
            valueText={words.sizeOf}
            shown={preferences.size ?? sizeOfHouse}
            unit="px"
            onChange={change}
          />
          <Slider
            name="leading"
            label={words.leading}
            valueText={words.leadingOf}
            shown={preferences.leading}
            digits={2}
            onChange={change}
          />
          <Slider
            name="measure"
            label={words.measure}
            valueText={words.measureOf}
            shown={preferences.measure}
            unit="ch"
            onChange={change}
          />
          <fieldset>
            <legend>{words.text}</legend>
            <Switch name="isJustified" label={words.justified} {...props} />
            <Switch name="isHyphenated" label={words.hyphenated} {...props} />
          </fieldset>
          <Choice name="colours" label={words.colours} names={words.colourSets} {...props} />
          <Choice
            name="noteOpening"
            label={words.noteOpening}
            names={words.noteOpenings}
            {...props}
          />
          <fieldset>
            <legend>{words.keys}</legend>
            <Switch
              name="singleKeys"
              label={words.singleKeys}
              hint={words.singleKeysHint}
              {...props}
            />
          </fieldset>
          <fieldset>
            <legend>{words.places}</legend>
            <p className="settings-hint" id="settings.places">
              {words.placesHint}
            </p>
            <button
              type="button"
              className="settings-reset"
              aria-describedby="settings.places"
              onClick={() => {
                onForgetPlaces()
                setSaid(words.placesForgotten)
              }}
            >
              {words.forgetPlaces}
            </button>
          </fieldset>
        </div>
        <div className="settings-foot">
          <button
            type="button"
            className="settings-reset"
            onClick={() => {
              onPreferences(initialPreferences)
              setSaid(words.resetDone)
            }}
          >
            {words.reset}
          </button>
          <p role="status">{said}</p>
        </div>
      </dialog>
    </>
  )
}

/** CSS pixels. */
function sizeOnPage(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}
