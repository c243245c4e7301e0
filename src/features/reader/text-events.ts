import { EXPLAINED, MARKER } from '#ui/markup.ts'
import { useEffect, useEffectEvent, type RefObject } from 'react'
import { focusOn } from './jump.ts'
import { passageBehind, type LayersInText } from './layers-in-text.ts'

interface TextEvents {
  readonly root: RefObject<HTMLElement | null>
  readonly layersInText: RefObject<LayersInText | null>
  readonly onGo: (hash: string) => void
  /** The browser itself has reached into a hidden passage of this layer. */
  readonly onReveal: (layer: string) => void
  readonly onOpened: () => void
  readonly onCopyLink: (hash: string) => void
}

/**
 * One set of listeners for the whole text, however long: links inside the page, links that copy
 * themselves, stubs, the browser's own find.
 */
export function useTextEvents(events: TextEvents): void {
  const { root } = events

  const click = useEffectEvent((event: MouseEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return
    if (!(event.target instanceof Element)) return
    const link = event.target.closest<HTMLAnchorElement>('a[href^="#"]')
    const opener = event.target.closest('[data-open]')
    if (opener !== null) {
      turnPassage(opener, events)
    } else if (link?.hasAttribute('data-copy-link')) {
      events.onCopyLink(link.hash)
    } else if (link !== null && !link.matches(MARKER)) {
      events.onGo(link.hash)
    } else {
      return
    }
    event.preventDefault()
  })

  const beforeMatch = useEffectEvent((event: Event) => {
    const layer = event.target instanceof Element ? event.target.getAttribute('data-layer') : null
    if (layer !== null) events.onReveal(layer)
  })

  useEffect(() => {
    const main = root.current
    if (main === null) return
    // A button that no script stands behind would be a promise, so only now.
    for (const explained of main.querySelectorAll(EXPLAINED)) {
      explained.setAttribute('tabindex', '0')
      // A button may hold nothing else that can be pressed.
      const isPlain = explained.querySelector('a, button') === null
      explained.setAttribute('role', isPlain ? 'button' : 'group')
    }
    const listening = new AbortController()
    const options = { signal: listening.signal }
    main.addEventListener('click', click, options)
    main.addEventListener('beforematch', beforeMatch, options)
    return () => {
      listening.abort()
    }
  }, [root])
}

/**
 * Above the passage nothing moves, so it opens where its stub stood. Hidden again, it is the stub that
 * stays where it was pressed.
 */
function turnPassage(opener: Element, { layersInText, onOpened }: TextEvents): void {
  const passage = passageBehind(opener)
  const layers = layersInText.current
  if (!(passage instanceof HTMLElement) || layers === null) return
  const { scrollY } = window
  const { top } = opener.getBoundingClientRect()
  const isHidden = passage.hasAttribute('hidden')
  if (isHidden) layers.open(passage)
  else layers.close(passage)
  const moved = isHidden ? 0 : opener.getBoundingClientRect().top + window.scrollY - scrollY - top
  window.scrollTo({ top: scrollY + moved, behavior: 'instant' })
  if (isHidden) focusOn(passage)
  onOpened()
}
