import { lazy, type ComponentProps, type ComponentType, type ReactNode } from 'react'
import { openAsDocument } from '../address.ts'
import type LibraryRoute from './LibraryRoute.tsx'

type LibraryProps = ComponentProps<typeof LibraryRoute>

const load = () => import('./LibraryRoute.tsx')
const Awaited = lazy(() => load().catch(openAsDocument))
let Ready: ComponentType<LibraryProps> | null = null

/**
 * Loads the library before the page wakes up on it. React would otherwise find a part of the page
 * that is not ready when the first change comes, throw away what the server drew, and draw it anew.
 */
export async function loadLibrary(): Promise<void> {
  Ready = (await load()).default
}

/** Whoever opens an article does not pay for the library. */
export function LazyLibrary(props: LibraryProps): ReactNode {
  return Ready === null ? <Awaited {...props} /> : <Ready {...props} />
}
