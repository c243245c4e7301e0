import type { ReactNode } from 'react'

/** In the manner of `#ui/icons.tsx`, where every reader would load them. */
function Icon({ path }: { readonly path: string }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  )
}

export const MoreIcon = () => <Icon path="M3 8h.01M8 8h.01M13 8h.01" />
export const UndoIcon = () => <Icon path="M6 3.5L2.5 7 6 10.5M3 7h6.2a3.2 3.2 0 0 1 0 6.4H6.5" />
export const RedoIcon = () => (
  <Icon path="M10 3.5L13.5 7 10 10.5M13 7H6.8a3.2 3.2 0 0 0 0 6.4h2.7" />
)
