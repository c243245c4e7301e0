import type { LayerFacts, OutlineEntry } from '#core/article'
import * as words from '#words/reader'
import { memo, useEffect, useRef, type ReactNode } from 'react'

export interface ContentsEntry extends OutlineEntry {
  /** The language of its title, where that is not the page's own. */
  readonly lang?: string
}

interface ContentsProps {
  readonly entries: readonly ContentsEntry[]
  readonly layers: readonly LayerFacts[]
  readonly current: string | null
  /** Stands behind the title. */
  readonly head?: ReactNode
  /** Takes the fragment of a link, `#` included. */
  readonly onGo: (hash: string) => void
  readonly onCommands?: (() => void) | undefined
  /** Further ways, below the list. */
  readonly foot: ReactNode
}

/** Beside the text where there is room; elsewhere the same list opens as a sheet. */
export function Contents({
  entries,
  layers,
  current,
  head,
  foot,
  onGo,
  onCommands,
}: ContentsProps): ReactNode {
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    const box = list.current
    // Never under the hand of somebody who is looking through the list.
    if (box?.matches(':hover, :focus-within') === false) bringCurrentIntoView(box)
  }, [current])
  return (
    <nav
      ref={list}
      className="contents"
      id="contents"
      popover="auto"
      aria-label={words.contents}
      onToggle={(event) => {
        bringCurrentIntoView(event.currentTarget)
      }}
    >
      <h2 className="contents-title">{words.contents}</h2>
      {head}
      <ol
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
          const link = event.target instanceof Element ? event.target.closest('a') : null
          if (link === null) return
          event.preventDefault()
          // Closed first: closing gives the focus back to the button, going takes it to the place.
          if (list.current?.matches(':popover-open')) list.current.hidePopover()
          onGo(link.hash)
        }}
      >
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} layers={layers} isCurrent={entry.id === current} />
        ))}
      </ol>
      <div className="contents-foot">
        {foot}
        {onCommands && (
          <button
            type="button"
            className="commands-button"
            aria-haspopup="dialog"
            aria-keyshortcuts="Control+K Meta+K"
            onClick={() => {
              if (list.current?.matches(':popover-open')) {
                list.current.hidePopover()
                // Where the focus shall be once what opens now is closed.
                document.querySelector<HTMLElement>('.contents-button')?.focus()
              }
              onCommands()
            }}
          >
            {words.commands}
          </button>
        )}
      </div>
    </nav>
  )
}

interface EntryProps {
  readonly entry: ContentsEntry
  readonly layers: readonly LayerFacts[]
  readonly isCurrent: boolean
}

/** One of up to many hundreds: nothing it takes may change but the entry that is lit. */
const Entry = memo(function Entry({ entry, layers, isCurrent }: EntryProps): ReactNode {
  const present = layers.filter((layer) => entry.layers.includes(layer.id))
  return (
    <li data-depth={entry.depth}>
      <a href={`#${entry.id}`} aria-current={isCurrent ? 'location' : undefined}>
        <span className="contents-entry" lang={entry.lang} dir="auto">
          {entry.title}
        </span>
        {present.length > 0 && (
          <span className="contents-marks">
            {present.map((layer) => (
              <span key={layer.id} className="shape" data-kind={layer.kind} title={layer.label}>
                <span className="visually-hidden">{layer.label}</span>
              </span>
            ))}
          </span>
        )}
      </a>
    </li>
  )
})

/** Only the list itself is scrolled. */
function bringCurrentIntoView(box: HTMLElement): void {
  const entry = box.querySelector('[aria-current]')
  if (entry === null || box.scrollHeight <= box.clientHeight) return
  const inner = entry.getBoundingClientRect()
  const outer = box.getBoundingClientRect()
  if (inner.top < outer.top || inner.bottom > outer.bottom) {
    box.scrollTop += inner.top - outer.top - box.clientHeight / 3
  }
}
