import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { initialPreferences, type Preferences } from '#core/preferences'
import { SettingsButton } from '#features/settings'

/** What the page is told, in the order in which it is told. */
const changed = vi.fn<(change: Partial<Preferences>) => void>()
const forgotten = vi.fn<() => void>()

function Page({ first = initialPreferences }: { first?: Preferences }) {
  const [preferences, setPreferences] = useState(first)
  return (
    <SettingsButton
      preferences={preferences}
      onPreferences={(change) => {
        changed(change)
        setPreferences((before) => ({ ...before, ...change }))
      }}
      onForgetPlaces={forgotten}
    />
  )
}

beforeEach(() => {
  changed.mockClear()
  document.documentElement.style.fontSize = '19px'
  // jsdom has no popovers: shown, a panel is simply there; hidden, it says so as a browser would.
  HTMLElement.prototype.showPopover = function show(this: HTMLElement) {
    this.style.display = 'flex'
  }
})

async function openSettings(first?: Preferences) {
  const user = userEvent.setup()
  render(first === undefined ? <Page /> : <Page first={first} />)
  const button = screen.getByRole('button', { name: 'Settings' })
  expect(button).toHaveAttribute('aria-expanded', 'false')
  await user.click(button)
  const dialog = await screen.findByLabelText(
    'Settings',
    { selector: 'dialog' },
    { timeout: 20_000 },
  )
  return { user, button, dialog, settings: within(dialog) }
}

describe('the settings', () => {
  test('open with the focus on them, and say on their button that they are open', async () => {
    const { button, dialog } = await openSettings()
    await vi.waitFor(() => {
      expect(dialog).toHaveFocus()
    })
    expect(button).toHaveAttribute('aria-expanded', 'true')
    // What closes a popover is its own business; whoever opened it hears of it.
    dialog.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'closed' }))
    await vi.waitFor(() => {
      expect(button).toHaveAttribute('aria-expanded', 'false')
    })
    expect(dialog).not.toBeInTheDocument()
  })

  test('show what was chosen', async () => {
    const { settings } = await openSettings({
      theme: 'contrast',
      face: 'sans',
      size: 24,
      leading: 1.3,
      measure: 80,
      isJustified: true,
      isHyphenated: false,
      colours: 'none',
      singleKeys: false,
      noteOpening: 'click',
      view: 'margin',
    })
    const checked = settings
      .getAllByRole<HTMLInputElement>('radio')
      .filter((radio) => radio.checked)
      .map((radio) => radio.value)
    expect(checked).toEqual(['contrast', 'sans', 'none', 'click'])
    const sliders = settings.getAllByRole('slider')
    expect(sliders.map((slider) => slider.getAttribute('aria-valuetext'))).toEqual([
      '24 pixels',
      '1.30 times the size',
      'at most 80 figures wide',
    ])
    expect(settings.getByRole('checkbox', { name: 'Even on both sides' })).toBeChecked()
    expect(settings.getByRole('checkbox', { name: 'Single keys' })).not.toBeChecked()
  })

  test('tell each choice by itself, and at once', async () => {
    const { user, settings } = await openSettings()
    await user.click(settings.getByRole('radio', { name: 'Sepia' }))
    await user.click(settings.getByRole('radio', { name: /^Atkinson/ }))
    await user.click(settings.getByRole('checkbox', { name: 'Divide words at the end of a line' }))
    await user.click(settings.getByRole('radio', { name: 'For every kind of colour vision' }))
    await user.click(settings.getByRole('radio', { name: 'by a click only' }))
    await user.click(settings.getByRole('checkbox', { name: 'Single keys' }))
    expect(changed.mock.calls.map(([change]) => change)).toEqual([
      { theme: 'sepia' },
      { face: 'legible' },
      { isHyphenated: true },
      { colours: 'okabe-ito' },
      { noteOpening: 'click' },
      { singleKeys: false },
    ])
    expect(settings.getByRole('radio', { name: 'Sepia' })).toBeChecked()
  })

  test('go back to the beginning in one step, and say so', async () => {
    const { user, settings } = await openSettings({
      ...initialPreferences,
      theme: 'dark',
      size: 30,
    })
    await user.click(settings.getByRole('button', { name: 'Reset all' }))
    expect(changed).toHaveBeenLastCalledWith(initialPreferences)
    expect(settings.getByRole('status')).toHaveTextContent(
      'All settings are as they were at first.',
    )
    expect(settings.getByRole('radio', { name: 'As the system' })).toBeChecked()
    await user.click(settings.getByRole('radio', { name: 'Light' }))
    expect(settings.getByRole('status')).toBeEmptyDOMElement()
  })

  test('have a name on every control', async () => {
    const { settings } = await openSettings()
    for (const role of ['radio', 'checkbox', 'slider', 'button'] as const) {
      for (const control of settings.getAllByRole(role)) expect(control).toHaveAccessibleName()
    }
    for (const group of settings.getAllByRole('group')) expect(group).toHaveAccessibleName()
  })
})
