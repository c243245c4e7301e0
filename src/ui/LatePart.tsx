import { Suspense, type ReactNode } from 'react'
import { Region } from './Region.tsx'

interface LatePartProps {
  readonly children: ReactNode
  /** Shown instead when the part fails; nothing, where silence is better. */
  readonly fallback?: ReactNode
}

/**
 * A part of the page that is loaded when it is needed. While its code or its style sheet is on the way,
 * nothing stands in its place: without a border of its own, React would hide everything around it, and
 * with it the text.
 */
export function LatePart({ children, fallback = null }: LatePartProps): ReactNode {
  return (
    <Region fallback={fallback}>
      <Suspense fallback={null}>{children}</Suspense>
    </Region>
  )
}
