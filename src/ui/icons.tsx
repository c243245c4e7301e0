import type { ReactNode } from 'react'

/** A few strokes of our own on a 16-unit grid; always decoration beside a name. */
function Icon({ path }: { path: string }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  )
}

export const CloseIcon = () => <Icon path="M4 4l8 8M12 4l-8 8" />
export const ContentsIcon = () => <Icon path="M3 4h1M6.5 4H13M3 8h1M6.5 8H13M3 12h1M6.5 12H13" />
export const LayersIcon = () => (
  <Icon path="M8 2.5l5.5 3L8 8.5l-5.5-3zM2.5 8.5l5.5 3 5.5-3M2.5 11l5.5 3 5.5-3" />
)
export const BackIcon = () => <Icon path="M7 4L3 8l4 4M3.5 8H13" />
export const LibraryIcon = () => <Icon path="M3 3v10M6 3v10M9 3.5l3.5 9.5" />
