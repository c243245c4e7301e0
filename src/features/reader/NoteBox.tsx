import type { LayerId } from '#core/article'
import * as words from '#words/reader'
import * as common from '#words/common'
import { CloseIcon } from '#ui/icons.tsx'
import { useEffect, useEffectEvent, useRef, type ReactNode, type RefObject } from 'react'
import type { NoteAction } from './note-drawing.ts'
import { watchNotes, type NoteWatch } from './note-watch.ts'

interface NoteBoxProps {
  readonly root: RefObject<HTMLElement | null>
  /** A box whose marker is switched off closes. */
  readonly visible: readonly LayerId[]
  /** Whether a mouse that rests on a marker opens its note; a click always does. */
  readonly opensOnRest: boolean
  readonly onCopyLink: (id: string) => void
  readonly onCopyText: (text: string) => void
  /** Goes to a place on this page: the fragment of a link, `#` included. */
  readonly onGo: (hash: string) => void
}

/**
 * The one box in which notes and explanations open beside their marker. Its words are a copy of the
 * list at the end of the page, which stays the only original. Drawn once; `note-drawing.ts` fills it.
 */
export function NoteBox({ root, visible, ...props }: NoteBoxProps): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const watch = useRef<NoteWatch>(null)
  const onCopyLink = useEffectEvent(props.onCopyLink)
  const onCopyText = useEffectEvent(props.onCopyText)
  const onGo = useEffectEvent(props.onGo)
  const opensOnRest = useEffectEvent(() => props.opensOnRest)

  useEffect(() => {
    if (root.current === null || box.current === null) return
    if (!('showPopover' in HTMLElement.prototype)) {
      // Markers stay what they are without script: links to the list.
      box.current.hidden = true
      return
    }
    const notes = watchNotes({
      root: root.current,
      box: box.current,
      opensOnRest: () => opensOnRest(),
      onCopyLink: (id) => {
        onCopyLink(id)
      },
      onCopyText: (text) => {
        onCopyText(text)
      },
      onGo: (hash) => {
        onGo(hash)
      },
    })
    watch.current = notes
    return notes.stop
  }, [root])
  useEffect(() => {
    watch.current?.closeIfOrphaned()
  }, [visible])

  return (
    <div
      ref={box}
      className="note-box"
      popover="manual"
      role="dialog"
      aria-labelledby="note-box.name"
      tabIndex={-1}
      data-state="closed"
    >
      <p className="visually-hidden" id="note-box.name" />
      <button
        type="button"
        className="note-box-close"
        aria-label={common.close}
        data-do={'close' satisfies NoteAction}
      >
        <CloseIcon />
      </button>
      <div className="note-box-text" />
      <p className="note-box-actions" hidden>
        {ACTIONS.map(([action, label]) => (
          <button key={action} type="button" data-do={action}>
            {label}
          </button>
        ))}
      </p>
    </div>
  )
}

const ACTIONS: readonly (readonly [NoteAction, string])[] = [
  ['back', words.back],
  ['to-the-list', words.toTheList],
  ['copy-citation', words.copyCitation],
  ['copy-link', common.copyLink],
]
