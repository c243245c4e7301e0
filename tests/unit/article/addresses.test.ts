import { expect, test } from 'vitest'
import { isLinkAddress, linkAddress, webAddress } from '#core/article'

test('an address of the web or of mail may be a link, and what may be one is one', () => {
  for (const url of ['https://example.org/a?b=c#d', 'mailto:ada@example.org', 'HTTP://e.org']) {
    expect(linkAddress(` ${url}\n`)).toBe(url)
    expect(isLinkAddress(url)).toBe(true)
  }
  expect(webAddress('mailto:ada@example.org')).toBeNull()
})

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'https://',
  '/a',
  'https://e.org/a b',
  'https://e.org/\ud800',
])('nothing else may: %j', (url) => {
  expect(linkAddress(url)).toBeNull()
  expect(isLinkAddress(url)).toBe(false)
})

test('what an address may hold only as an escape is escaped', () => {
  expect(linkAddress('https://e.org/a[1]<b>^`{|}\\"')).toBe(
    'https://e.org/a%5B1%5D%3Cb%3E%5E%60%7B%7C%7D%5C%22',
  )
})
