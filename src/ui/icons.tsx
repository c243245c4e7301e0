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
export const MarginIcon = () => (
  <Icon path="M2.5 3h6M2.5 6.3h6M2.5 9.7h6M2.5 13h6M11 5v4.5M13.5 5v4.5M11 5h2.5M11 9.5h2.5" />
)
export const LibraryIcon = () => <Icon path="M3 3v10M6 3v10M9 3.5l3.5 9.5" />
export const SearchIcon = () => <Icon path="M11 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM10 10l3.5 3.5" />
export const PreviousIcon = () => <Icon path="M4 10l4-4 4 4" />
export const NextIcon = () => <Icon path="M4 6l4 4 4-4" />
export const DownloadIcon = () => <Icon path="M8 2.5v7M4.8 6.6L8 9.8l3.2-3.2M3 13h10" />
