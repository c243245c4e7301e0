import type { ArticleFacts, Highlight, LayerId } from '#core/article'
import { LatePart } from '#ui/LatePart.tsx'
import { whenIdle } from '#ui/when-idle.ts'
import { lazy, useEffect, useState, type ReactNode } from 'react'
import { push } from '../address.ts'

const load = () => import('./ArticleStrip.tsx')
// Drawn only once it has been loaded: what fails for React once has failed for good.
const ArticleStrip = lazy(load)

interface StripAsked {
  readonly facts: ArticleFacts
  readonly visible: readonly LayerId[]
  readonly highlights: readonly Highlight[]
  readonly isAwake: boolean
}

/**
 * The map of the text and how far it is read: comes by itself once the page is awake and has nothing
 * else to do. Where it does not arrive nothing is said, since nobody has asked for it.
 */
export function useStrip({ isAwake, ...props }: StripAsked): {
  /** Stands among the tools. */
  readonly strip: ReactNode
  /** How long the rest takes; empty until that is known. */
  readonly timeLeft: ReactNode
} {
  const [isHere, setHere] = useState(false)
  const [time, setTime] = useState('')
  useEffect(() => {
    if (!isAwake) return
    return whenIdle(() => {
      load().then(
        () => {
          setHere(true)
        },
        () => {},
      )
    })
  }, [isAwake])
  return {
    strip: isHere && (
      <LatePart>
        <ArticleStrip
          {...props}
          onTimeLeft={setTime}
          onGo={(hash) => {
            push({ hash })
          }}
        />
      </LatePart>
    ),
    timeLeft: <span className="contents-time">{time}</span>,
  }
}
