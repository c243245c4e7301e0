import { KeysDialog } from '#ui/KeysDialog.tsx'
import * as words from '#words/tools'
import * as common from '#words/common'
import type { ReactNode } from 'react'

interface ReaderKeysProps {
  readonly areSingleOn: boolean
  readonly onClose: () => void
}

/** The keys of the reading page, loaded when somebody asks for them. */
export default function ReaderKeys({ areSingleOn, onClose }: ReaderKeysProps): ReactNode {
  return (
    <KeysDialog
      title={common.keys}
      closeLabel={common.close}
      rows={words.keyRows}
      hint={areSingleOn ? words.singleKeysOn : words.singleKeysOff}
      onClose={onClose}
    />
  )
}
