import { useLayoutEffect } from 'react'
import { site } from 'virtual:site'
import { scrollOf, useAddress } from './address.ts'

/**
 * What a browser does when it opens a document, done for a page that opens without one: its title,
 * its top, or the place where it was left; and the focus on its heading, so that whoever listens
 * hears where they are. `title` is null for the page that is the site itself.
 */
export function usePageOpening(title: string | null): void {
  useLayoutEffect(() => {
    document.title = title === null ? site.name : `${title} · ${site.name}`
  }, [title])
  // After the effects of what it is called for, so that the page has its length again when it returns.
  const { key } = useAddress()
  useLayoutEffect(() => {
    const top = useAddress.getState().how === 'traverse' ? scrollOf(key) : null
    if (top !== null) window.scrollTo({ top, behavior: 'instant' })
  }, [key])
  useLayoutEffect(() => {
    const { how, key: first, hash } = useAddress.getState()
    if (how === 'rendered' || how === 'first' || hash !== '') return
    const isReturn = how === 'traverse' && scrollOf(first) !== null
    if (!isReturn) window.scrollTo({ top: 0, behavior: 'instant' })
    const heading = document.querySelector('h1')
    if (heading === null) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [])
}
