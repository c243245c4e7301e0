import { beforeEach, expect, test, vi } from 'vitest'
import type * as Address from '../../src/app/address.ts'

// Where the site lies on its host is written into the app when it is built.
vi.mock('../../src/app/paths.ts', () => ({
  hrefOf: (path: string) => path,
  pathIn: (path: string) => path,
}))

/** As in a page that has just been loaded. */
let page: typeof Address
beforeEach(async () => {
  vi.resetModules()
  window.history.replaceState(null, '', '/read/here/')
  page = await import('../../src/app/address.ts')
})
const drawn = () => page.useAddress.getState()
const painted = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve, 1)
    })
  })

test('whoever goes on before the history is followed stays where he went', () => {
  expect(drawn().how).toBe('rendered')
  page.push({ pathname: '/read/elsewhere/', search: '', hash: '#place' })
  page.followHistory()
  expect(drawn()).toMatchObject({ pathname: '/read/elsewhere/', hash: '#place', how: 'push' })
})

test('a switch thrown before the history is followed stays, and the place of the link too', async () => {
  window.history.replaceState(null, '', '/read/here/#place')
  page.replace({ search: '?layers=original' })
  page.followHistory()
  await painted()
  expect(drawn()).toMatchObject({ search: '?layers=original', hash: '#place', how: 'first' })
  expect(window.location.href).toContain('/read/here/?layers=original#place')
})

test('a switch is known at once, and drawn and written once the text has been painted', async () => {
  page.followHistory()
  page.replace({ search: '?layers=original' })
  expect(page.searchNow()).toBe('?layers=original')
  expect(page.hrefNow()).toContain('?layers=original')
  expect(drawn().search).toBe('')
  expect(window.location.search).toBe('')
  await painted()
  expect(drawn().search).toBe('?layers=original')
  expect(window.location.search).toBe('?layers=original')
})

test('what is switched in the last moment is written before the page is gone', () => {
  page.followHistory()
  page.replace({ search: '?layers=original' })
  window.dispatchEvent(new Event('pagehide'))
  expect(window.location.search).toBe('?layers=original')
})

test('whoever goes on in the same frame takes no switch along and leaves none behind', async () => {
  page.followHistory()
  page.replace({ search: '?layers=original' })
  page.push({ pathname: '/', search: '', hash: '' })
  await painted()
  expect(drawn()).toMatchObject({ pathname: '/', search: '' })
  expect(window.location.search).toBe('')
  const back = new Promise((resolve) => {
    window.addEventListener('popstate', resolve, { once: true })
  })
  window.history.back()
  await back
  expect(drawn()).toMatchObject({ pathname: '/read/here/', search: '?layers=original' })
})

test('a sheet whose entry the browser refuses takes nobody off the page', async () => {
  page.followHistory()
  vi.spyOn(window.history, 'pushState').mockImplementationOnce(() => {
    throw new DOMException('too many calls', 'SecurityError')
  })
  const back = vi.spyOn(window.history, 'back').mockImplementation(() => {})
  const end = page.cover(() => {})
  end()
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(back).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})
