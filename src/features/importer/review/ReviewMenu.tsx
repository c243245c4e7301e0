import * as words from '#words/importer'
import type { ReactNode } from 'react'
import { MoreIcon } from './icons.tsx'

/** What can be done with the whole review, beside reading it. */
export interface WholeReview {
  readonly name: string
  readonly isDisabled: boolean
  /** Whether it is being done, and cannot be asked for again. */
  readonly isBusy: boolean
  readonly onPress: () => void
}

/** The same behind one button, where there is no room for more in the head. */
export function ReviewMenu({ ways }: { readonly ways: readonly WholeReview[] }): ReactNode {
  return (
    <>
      <button
        type="button"
        className="review-menu-button"
        aria-label={words.more}
        popoverTarget="importer.menu"
      >
        <MoreIcon />
      </button>
      <div
        id="importer.menu"
        popover="auto"
        role="group"
        aria-label={words.more}
        className="review-menu"
      >
        {ways.map(({ name, isDisabled, isBusy, onPress }, at) => (
          <button
            key={at}
            type="button"
            disabled={isDisabled}
            aria-disabled={isBusy}
            onClick={(event) => {
              // Before a dialog opens, so that the focus comes back to the button that is there.
              const menu = event.currentTarget.closest<HTMLElement>('[popover]')
              if (menu?.matches(':popover-open') === true) menu.hidePopover()
              onPress()
            }}
          >
            {name}
          </button>
        ))}
      </div>
    </>
  )
}
