import type { ReactNode } from 'react'
import { Dialog } from './Dialog.tsx'

interface KeysDialogProps {
  readonly title: string
  readonly closeLabel: string
  /** Each key, or keys, and what it does. */
  readonly rows: readonly (readonly [string, string])[]
  /** Whether single keys work, in a sentence; the reader may have switched them off. */
  readonly hint: string
  readonly onClose: () => void
}

/** What keys there are on a page. */
export function KeysDialog({ title, closeLabel, rows, hint, onClose }: KeysDialogProps): ReactNode {
  return (
    <Dialog name="keys" title={title} closeLabel={closeLabel} onClose={onClose}>
      <dl>
        {rows.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{hint}</p>
    </Dialog>
  )
}
