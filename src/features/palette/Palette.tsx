import { prepareEntries, rankEntries, type Entry, type Ranked } from '#core/palette'
import { CloseIcon, SearchIcon } from '#ui/icons.tsx'
import * as common from '#words/common'
import * as words from '#words/palette'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import styles from './palette.css?url'

/** Something to go to or to do. */
export interface Command extends Entry {
  /** The language of the label, where it is not the interface's. */
  readonly lang?: string
  /** The key that does the same. */
  readonly hint?: string
  /** Called once the palette is gone, so that it may take the focus with it. */
  readonly run: () => void
}

export interface PaletteProps {
  readonly commands: readonly Command[]
  /** What can be done with the very words that are typed; stands last in its group. */
  readonly commandsFor: (typed: string) => readonly Command[]
  /** The ids of what was chosen lately, the last first. */
  readonly recent: readonly string[]
  readonly onChosen: (command: Command) => void
  readonly onClose: () => void
}

/** Of each group; more is for typing on. */
const PER_GROUP = 8

/** A sheet with a field and what fits what is typed in it; open as long as it is drawn. */
export function Palette({
  commands,
  commandsFor,
  recent,
  onChosen,
  onClose,
}: PaletteProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const chosen = useRef<Command>(null)
  const hint = useId()
  const [typed, setTyped] = useState('')
  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  const prepared = useMemo(() => prepareEntries(commands), [commands])
  const { groups, count } = useMemo(() => {
    const ranked = rankEntries(
      prepared,
      typed,
      { ids: recent, name: words.recent },
      { perGroup: PER_GROUP },
    )
    const groupsByName = new Map(ranked.map(({ name, items }) => [name, [...items]]))
    for (const entry of typed.trim() === '' ? [] : commandsFor(typed.trim())) {
      const items = groupsByName.get(entry.group) ?? []
      groupsByName.set(entry.group, items)
      items.push({ entry, marks: [] })
    }
    return {
      groups: [...groupsByName].map(([value, items]) => ({ value, items })),
      // What can be done with any words is no answer to these.
      count: ranked.reduce((sum, { items }) => sum + items.length, 0),
    }
  }, [prepared, typed, recent, commandsFor])

  // A list begins at its beginning, however far the last one was scrolled.
  useEffect(() => {
    if (list.current !== null) list.current.scrollTop = 0
  }, [typed])

  return (
    <>
      <link rel="stylesheet" href={styles} precedence="part" />
      <dialog
        ref={dialog}
        className="dialog palette"
        aria-label={words.palette}
        onClose={() => {
          const command = chosen.current
          onClose()
          if (command === null) return
          onChosen(command)
          command.run()
        }}
        onClick={(event) => {
          if (event.target === dialog.current) dialog.current.close()
        }}
      >
        <div className="palette-sheet">
          <Autocomplete.Root
            open
            inline
            mode="none"
            items={groups}
            value={typed}
            onValueChange={(value, { reason }) => {
              // Choosing would write the label into the field; the sheet is about to go.
              if (reason !== 'item-press') setTyped(value)
            }}
            itemToStringValue={({ entry }: Ranked<Command>) => entry.label}
            autoHighlight="always"
            keepHighlight
          >
            <div className="palette-line">
              <SearchIcon />
              <Autocomplete.Input
                type="text"
                enterKeyHint="go"
                autoCapitalize="off"
                spellCheck={false}
                aria-label={words.palette}
                aria-describedby={hint}
                placeholder={words.field}
                onKeyDown={(event) => {
                  // One press closes, whatever is typed.
                  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
                  event.preventBaseUIHandler()
                  event.preventDefault()
                  dialog.current?.close()
                }}
              />
              <button
                type="button"
                aria-label={common.close}
                onClick={() => {
                  dialog.current?.close()
                }}
              >
                <CloseIcon />
              </button>
            </div>
            <p role="status" className={count === 0 ? 'palette-nothing' : 'visually-hidden'}>
              {count === 0 ? words.nothing(typed.trim()) : words.howMany(count)}
            </p>
            <Autocomplete.List ref={list} className="palette-list" aria-label={words.palette}>
              {(group: (typeof groups)[number]) => (
                <Autocomplete.Group key={group.value} items={group.items} className="palette-group">
                  <Autocomplete.GroupLabel className="palette-group-label">
                    {group.value}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(ranked: Ranked<Command>) => (
                      <Autocomplete.Item
                        key={ranked.entry.id}
                        value={ranked}
                        className="palette-item"
                        onClick={() => {
                          chosen.current = ranked.entry
                          dialog.current?.close()
                        }}
                      >
                        <Label ranked={ranked} />
                        {ranked.entry.hint !== undefined && (
                          <kbd aria-hidden="true">{ranked.entry.hint}</kbd>
                        )}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
            <p className="palette-hint" id={hint}>
              {words.hint}
            </p>
          </Autocomplete.Root>
        </div>
      </dialog>
    </>
  )
}

/** The name, with the letters that were typed marked. */
function Label({ ranked: { entry, marks } }: { ranked: Ranked<Command> }): ReactNode {
  const { label, lang } = entry
  const parts: ReactNode[] = []
  let done = 0
  for (const { start, end } of marks) {
    parts.push(label.slice(done, start), <mark key={start}>{label.slice(start, end)}</mark>)
    done = end
  }
  return (
    <span className="palette-label" lang={lang} dir="auto">
      {parts}
      {label.slice(done)}
    </span>
  )
}
