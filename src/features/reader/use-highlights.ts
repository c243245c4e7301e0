import { originalLayer, type ArticleFacts, type Highlight } from '#core/article'
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import type { Painter } from './highlights-on-page.ts'
import type { Arrival } from './places-on-page.ts'

interface Highlighting extends Pick<Arrival, 'layersInText' | 'reveal'> {
  readonly root: RefObject<HTMLElement | null>
  readonly facts: ArticleFacts
  readonly highlights: readonly Highlight[]
  readonly goal: Highlight | null
  readonly onUnreachable: () => void
}

/** Paints what others want to mark in the text, and goes to one of it. What paints is loaded with the first. */
export function useHighlights(props: Highlighting): void {
  const { root, facts, highlights, goal } = props
  const painter = useRef<Promise<Painter>>(null)
  const withPainter = useEffectEvent((work: (painter: Painter) => void) => {
    const original = originalLayer(facts.layers) ?? ''
    painter.current ??= import('./highlights-on-page.ts').then(({ createPainter }) =>
      createPainter(root.current ?? document.body, original),
    )
    painter.current.then(work, () => {
      painter.current = null
      props.onUnreachable()
    })
  })
  const goTo = useEffectEvent((to: Highlight) => {
    withPainter((awake) => {
      awake.goTo(to, props)
    })
  })
  useEffect(() => {
    if (highlights.length === 0) return
    withPainter((awake) => {
      awake.paint(highlights)
    })
    return () => {
      withPainter((awake) => {
        awake.paint([])
      })
    }
  }, [highlights])
  useEffect(() => {
    if (goal === null) return
    goTo(goal)
    return () => {
      withPainter((awake) => {
        awake.leave()
      })
    }
  }, [goal])
}
