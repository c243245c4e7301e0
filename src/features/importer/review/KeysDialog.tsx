import { Dialog } from '#ui/Dialog.tsx'
import * as common from '#words/common'
import * as words from '#words/importer'
import type { ReactNode } from 'react'

interface KeysDialogProps {
  readonly areSingleOn: boolean
  readonly onClose: () => void
}

/** What keys there are in the review. */
export function KeysDialog({ areSingleOn, onClose }: KeysDialogProps): ReactNode {
  return (
    <Dialog name="keys" title={words.keys} closeLabel={common.close} onClose={onClose}>
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
