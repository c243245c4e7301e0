import { describe, expect, it } from 'vitest'
import { archivedCopy, citationDate } from '#core/article'

describe('the date of a citation', () => {
  it.each([
    ['Noravank Foundation, September 22, 2009, http://a.example', '2009-09-22'],
    ['Fox News, 14 March 2012', '2012-03-14'],
    ['UPI, Oct. 7, 2011', '2011-10-07'],
    ['seen Sept. 5, 2010', '2010-09-05'],
    ['retrieved 2013-06-23', '2013-06-23'],
    ['first May 5, 2010, then June 6, 2011', '2010-05-05'],
  ])('is read in “%s”', (text, date) => {
    expect(citationDate(text)).toBe(date)
  })

  it.each([
    'OAKA, Vol. 4, No. 8 (2009), pp. 138-56',
    'May 2009',
    'in 2012',
    'Martin 5, 2012',
    'July 45, 2012',
    '2012-13-40',
    '',
  ])('is not made up from “%s”', (text) => {
    expect(citationDate(text)).toBeNull()
  })

  it('is found behind something that only looks like one', () => {
    expect(citationDate('Room 2012-13-40, July 4, 2012')).toBe('2012-07-04')
  })
})

describe('the archived copy of an address', () => {
  it('is the one nearest to the date', () => {
    expect(archivedCopy('http://a.example/b?c=1', '2009-09-22')).toBe(
      'https://web.archive.org/web/20090922/http://a.example/b?c=1',
    )
  })

  it('takes a date as exact as it is known, and none', () => {
    expect(archivedCopy('https://a.example/', '2013-06-23T14:00')).toContain('/web/20130623/')
    expect(archivedCopy('https://a.example/', '2013')).toContain('/web/2013/')
    expect(archivedCopy('https://a.example/', null)).toBe(
      'https://web.archive.org/web/https://a.example/',
    )
  })

  it('does not exist for what is no page of the web', () => {
    expect(archivedCopy('mailto:a@b.example', '2013')).toBeNull()
    expect(archivedCopy('#note-1', '2013')).toBeNull()
    expect(archivedCopy('../other/', null)).toBeNull()
  })
})
