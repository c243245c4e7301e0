import type { Preferences } from '#core/preferences'
import * as common from '#words/common'
import { lazy, Suspense, useImperativeHandle, useState, type ReactNode, type Ref } from 'react'

const load = () => import('./Settings.tsx')
const Settings = lazy(load)

export const SETTINGS_ID = 'settings'

export interface SettingsProps {
  readonly preferences: Preferences
  /** Called with every step, also of a slider that is being drawn: the page itself is the preview. */
  readonly onPreferences: (change: Partial<Preferences>) => void
  /** Forgets where the reader stopped, in every article. */
  readonly onForgetPlaces: () => void
}

/** What else can be asked of the button. */
export interface SettingsHandle {
  readonly open: () => void
}

interface SettingsButtonProps extends SettingsProps {
  readonly handle?: Ref<SettingsHandle>
}

/** Opens the settings beside the page, which stays in sight and at hand. */
export function SettingsButton({ handle, ...props }: SettingsButtonProps): ReactNode {
  const [state, setState] = useState<'closed' | 'open' | 'unreachable'>('closed')
  const open = () => {
    if (state === 'open') return
    setState('closed')
    load().then(
      () => {
        setState('open')
      },
      () => {
        setState('unreachable')
      },
    )
  }
  useImperativeHandle(handle, () => ({ open }))
  return (
    <>
      <button
        type="button"
        className="bar-button settings-button"
        aria-label={common.settings}
        aria-haspopup="dialog"
        aria-expanded={state === 'open'}
        // Only so does a click on the button close what is open, rather than close it and open it again.
        popoverTarget={state === 'open' ? SETTINGS_ID : undefined}
        onClick={open}
      >
        <span aria-hidden="true">Aa</span>
      </button>
      {state === 'unreachable' && (
        <div className="status" role="alert" data-state="seen">
          <p>{common.partUnreachable}</p>
        </div>
      )}
      <Suspense fallback={null}>
        {state === 'open' && (
          <Settings
            {...props}
            onClose={() => {
              setState('closed')
            }}
          />
        )}
      </Suspense>
    </>
  )
}
