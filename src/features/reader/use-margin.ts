import { originalLayer, type ArticleFacts, type LayerId, type View } from '#core/article'
import { markMarginView } from '#ui/markup.ts'
import { useEffect, useEffectEvent, useState } from 'react'

interface MarginAsked {
  readonly view: View
  readonly facts: ArticleFacts
  readonly visible: readonly LayerId[]
  /** False while the page is as the server drew it. */
  readonly hasLookedAtAddress: boolean
  readonly load: () => Promise<unknown>
  readonly onUnreachable: () => void
}

interface MarginGiven {
  /** Whether the margin is to be drawn: it is asked for, there is room, and its part is here. */
  readonly isDrawn: boolean
  /** Whether the switch is on: what could not be loaded leaves it off. */
  readonly isOn: boolean
  readonly tryAgain: () => void
}

/** As in the style sheets: from here on there is a margin. */
const ROOM = '(min-width: 1180px)'

/**
 * Whether the margin is shown. Without the author's words there is nothing that anything could stand
 * beside, so then, as in a narrow window, all stands in the stream.
 */
export function useMargin({ view, facts, visible, ...asked }: MarginAsked): MarginGiven {
  const [state, setState] = useState<'not-here' | 'here' | 'unreachable'>('not-here')
  const isAsked = view === 'margin'
  const hasRoom = useHasRoom(isAsked)
  const original = originalLayer(facts.layers)
  const isWanted = isAsked && hasRoom && original !== null && visible.includes(original)
  const load = useEffectEvent(asked.load)
  const onUnreachable = useEffectEvent(asked.onUnreachable)

  useEffect(() => {
    if (!isWanted || state !== 'not-here') return
    load().then(
      () => {
        setState('here')
      },
      () => {
        setState('unreachable')
        onUnreachable()
      },
    )
  }, [isWanted, state])
  const isOut = asked.hasLookedAtAddress && (!isWanted || state === 'unreachable')
  useEffect(() => {
    // The page may have come up with room made for a margin that nobody is going to fill.
    if (isOut) markMarginView(false)
  }, [isOut])

  return {
    isDrawn: isWanted && state === 'here',
    isOn: isAsked && state !== 'unreachable',
    tryAgain: () => {
      setState((now) => (now === 'unreachable' ? 'not-here' : now))
    },
  }
}

/** Follows the window only for those who have asked for the margin. */
function useHasRoom(isAsked: boolean): boolean {
  const [hasRoom, setHasRoom] = useState(false)
  useEffect(() => {
    if (!isAsked) return
    const room = window.matchMedia(ROOM)
    const look = () => {
      setHasRoom(room.matches)
    }
    look()
    room.addEventListener('change', look)
    return () => {
      room.removeEventListener('change', look)
    }
  }, [isAsked])
  return hasRoom
}
