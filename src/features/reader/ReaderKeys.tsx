import { Dialog } from '#ui/Dialog.tsx'
import * as words from '#words/tools'
import * as common from '#words/common'
import type { ReactNode } from 'react'

interface KeysDialogProps {
  /** Whether single keys work; the reader may have switched them off. */
  readonly areSingleOn: boolean
  readonly onClose: () => void
}

/** What keys there are. */
export default function KeysDialog({ areSingleOn, onClose }: KeysDialogProps): ReactNode {
  return (
    <Dialog name="keys" title={common.keys} closeLabel={common.close} onClose={onClose}>
      <dl>
        {words.keyRows.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{areSingleOn ? words.singleKeysOn : words.singleKeysOff}</p>
    </Dialog>
  )
}
