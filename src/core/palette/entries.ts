import { fold, type Folded } from '#core/article'

/** What can be chosen. */
export interface Entry {
  readonly id: string
  /** The heading it stands under. */
  readonly group: string
  readonly label: string
  /** Other words it may be called by. */
  readonly keywords?: string
}

/** An entry made ready for many questions. */
export interface PreparedEntry<E extends Entry> {
  readonly entry: E
  readonly label: Folded
  /** What is looked through where the label does not fit: keywords, group, the label without stops. */
  readonly beside: string
}

/** Accents and case do not count, for entries and for what is typed alike. */
export function foldForChoice(text: string): Folded {
  return fold(text, { accents: 'dropped' })
}

export function prepareEntries<E extends Entry>(
  entries: readonly E[],
): readonly PreparedEntry<E>[] {
  return entries.map((entry) => ({
    entry,
    label: foldForChoice(entry.label),
    // Nobody types the stops of an abbreviation.
    beside: foldForChoice(
      `${entry.label.replaceAll('.', '')} ${entry.keywords ?? ''} ${entry.group}`,
    ).text,
  }))
}
