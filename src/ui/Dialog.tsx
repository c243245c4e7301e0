import { useEffect, useRef, type ReactNode } from 'react'
import { CloseIcon } from './icons.tsx'

interface DialogProps {
  /** A class of its own; its title has the id `<name>.title`. */
  readonly name: string
  readonly title: string
  /** The name of the button that closes it. */
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A sheet over the page, open as long as it is drawn: Escape, its button and a click beside it close it. */
export function Dialog({ name, title, closeLabel, onClose, children }: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`dialog ${name}`}
      aria-labelledby={`${name}.title`}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
    >
      <div className="dialog-sheet">
        <header>
          <h2 id={`${name}.title`}>{title}</h2>
          <button
            type="button"
            aria-label={closeLabel}
            onClick={() => {
              dialog.current?.close()
            }}
          >
            <CloseIcon />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
