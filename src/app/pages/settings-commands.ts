import {
  CHOICES,
  initialPreferences,
  RANGES,
  type Preferences,
  type RangeName,
} from '#core/preferences'
import type { Command } from '#features/palette'
import * as words from '#words/palette'
import * as settings from '#words/settings'

type Change = (change: Partial<Preferences>) => void

/** How far one command goes along a range, as a multiple of the step in the settings. */
const STRIDES: Readonly<Record<RangeName, number>> = { size: 1, leading: 2, measure: 4 }

/** The settings, and each one that a reader may choose, as commands; what stands already is left out. */
export function settingsCommands(
  now: Preferences,
  change: Change,
  onOpen: () => void,
): readonly Command[] {
  const command = (
    id: string,
    label: string,
    keywords: string,
    chosen: Partial<Preferences>,
  ): Command => ({
    id: `setting:${id}`,
    group: words.groups.settings,
    label,
    keywords,
    run: () => {
      change(chosen)
    },
  })
  const step = (name: RangeName, by: 1 | -1, label: string, keywords: string) => {
    const { from, to, step: one } = RANGES[name]
    const value = now[name] ?? sizeOnPage()
    const next = Math.min(to, Math.max(from, value + by * one * STRIDES[name]))
    return next === value
      ? []
      : [command(`${name}:${by}`, label, keywords, { [name]: Math.round(next * 100) / 100 })]
  }
  return [
    {
      id: 'setting:open',
      group: words.groups.settings,
      label: words.openSettings,
      keywords: words.openSettingsKeywords,
      run: onOpen,
    },
    ...CHOICES.theme
      .filter((theme) => theme !== now.theme)
      .map((theme) =>
        command(
          `theme:${theme}`,
          words.theme(settings.themes[theme]),
          `${words.themeKeywords} ${words.themeAlsoCalled[theme]}`,
          { theme },
        ),
      ),
    ...step('size', 1, words.larger, words.sizeKeywords),
    ...step('size', -1, words.smaller, words.sizeKeywords),
    ...CHOICES.face
      .filter((face) => face !== now.face)
      .map((face) =>
        command(
          `face:${face}`,
          words.face(settings.faces[face]),
          `${words.faceKeywords} ${settings.faceHints[face]}`,
          { face },
        ),
      ),
    ...step('leading', 1, words.looser, words.leadingKeywords),
    ...step('leading', -1, words.tighter, words.leadingKeywords),
    ...step('measure', 1, words.wider, words.measureKeywords),
    ...step('measure', -1, words.narrower, words.measureKeywords),
    command(
      'isJustified',
      now.isJustified ? words.unjustify : words.justify,
      words.justifyKeywords,
      {
        isJustified: !now.isJustified,
      },
    ),
    command(
      'isHyphenated',
      now.isHyphenated ? words.unhyphenate : words.hyphenate,
      words.hyphenateKeywords,
      { isHyphenated: !now.isHyphenated },
    ),
    ...CHOICES.colours
      .filter((colours) => colours !== now.colours)
      .map((colours) =>
        command(
          `colours:${colours}`,
          words.colours(settings.colourSets[colours]),
          words.coloursKeywords,
          { colours },
        ),
      ),
    ...CHOICES.noteOpening
      .filter((noteOpening) => noteOpening !== now.noteOpening)
      .map((noteOpening) =>
        command(
          `noteOpening:${noteOpening}`,
          words.notesOpen(settings.noteOpenings[noteOpening]),
          words.notesOpenKeywords,
          { noteOpening },
        ),
      ),
    command(
      'singleKeys',
      now.singleKeys ? words.singleKeysOff : words.singleKeysOn,
      words.singleKeysKeywords,
      { singleKeys: !now.singleKeys },
    ),
    command('reset', words.resetSettings, words.resetKeywords, initialPreferences),
  ]
}

/** CSS pixels. */
function sizeOnPage(): number {
  return Math.round(Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
}
