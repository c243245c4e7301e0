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
  useLayoutEffect(() => {
    const { how, key, hash } = useAddress.getState()
    if (how === 'rendered' || how === 'first') return
    const top = how === 'traverse' ? scrollOf(key) : null
    if (top !== null || hash === '') window.scrollTo({ top: top ?? 0, behavior: 'instant' })
    const heading = document.querySelector('h1')
    if (heading === null || hash !== '') return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [])
}
