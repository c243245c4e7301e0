import type { Article } from '#core/article'
import {
  lazy,
  Suspense,
  useEffect,
  useEffectEvent,
  type ComponentType,
  type ReactNode,
} from 'react'
import type { DeskLine, PackedFile } from './desk/protocol.ts'
import { Entrance } from './entrance/Entrance.tsx'
import { useDesk } from './use-desk.ts'

const Review = lazy(() => import('./review/Review.tsx'))

/** A draft that somebody may go on with. */
export interface KeptDraft {
  readonly id: string
  /** Empty where it has none. */
  readonly title: string
  /** When it was last changed. */
  readonly changed: Date
}

/** Whether it is back. */
export type PutBack = () => Promise<boolean>

export interface KeptDrafts {
  readonly list: () => Promise<readonly KeptDraft[]>
  /** Takes one away, and gives the way to put it back; null where the browser refuses. */
  readonly discard: (id: string) => Promise<PutBack | null>
  /** Calls back whenever the drafts may have changed, here or in another tab; the function returned ends that. */
  readonly follow: (listener: () => void) => () => void
}

export interface ImporterProps {
  /** Starts the worker that reads; it is served by `serveDesk`. */
  readonly startDesk: () => DeskLine
  readonly drafts: KeptDrafts
  /** A name for a draft that none of those kept has. */
  readonly newId: () => string
  /** Draws an article as the reading page does. */
  readonly Preview: ComponentType<{ readonly article: Article; readonly isWhole: boolean }>
  readonly areSingleKeysOn: boolean
  /** Buttons of the page, such as that of the settings. */
  readonly tools: ReactNode
  readonly toLibrary: ReactNode
  /** The draft that the address asks for. */
  readonly opens: string | null
  /** Told under which name the draft under review is kept; null once there is none. */
  readonly onDraft: (id: string | null) => void
  /** Goes to an article that has just been put on the shelf. */
  readonly onRead: (article: string) => void
  readonly onDownload: (file: PackedFile) => void
}

/** The whole of the page: first what goes in, then its review. */
export function Importer(props: ImporterProps): ReactNode {
  const desk = useDesk(props.startDesk, props.newId, props.onDraft)
  const { state } = desk
  const openAsked = useEffectEvent(() => {
    if (props.opens !== null) desk.open(props.opens, '')
  })
  const read = useEffectEvent(props.onRead)
  const { listen } = desk
  useEffect(
    () =>
      listen((answer) => {
        if (answer.type === 'shelved') read(answer.article)
      }),
    [listen],
  )
  // The desk is no part of the page: what the address asks for is fetched from it once.
  useEffect(() => {
    openAsked()
  }, [])
  if (state.status !== 'reviewing') return <Entrance {...props} desk={desk} />
  return (
    <Suspense fallback={null}>
      <Review {...props} desk={desk} review={state} />
    </Suspense>
  )
}
