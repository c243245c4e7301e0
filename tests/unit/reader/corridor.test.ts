import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInCorridor, type Box } from '#features/reader'

const length = fc.integer({ min: 1, max: 600 })
const place = fc.integer({ min: -2000, max: 2000 })
const box: fc.Arbitrary<Box> = fc
  .tuple(place, place, length, length)
  .map(([left, top, width, height]) => ({ left, top, right: left + width, bottom: top + height }))
/** A share of the way, 0 and 1 included. */
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)

const within = ({ left, top, right, bottom }: Box, across: number, down: number) => ({
  x: left + (right - left) * across,
  y: top + (bottom - top) * down,
})

/** A share of a way is rounded, and may lie a billionth beyond the edge. */
const HAIR = 1e-6

describe('the way from a marker to its box', () => {
  test('holds every point of both', () => {
    fc.assert(
      fc.property(box, box, share, share, (marker, note, across, down) => {
        expect(isInCorridor(within(marker, across, down), marker, note, HAIR)).toBe(true)
        expect(isInCorridor(within(note, across, down), marker, note, HAIR)).toBe(true)
      }),
    )
  })

  test('holds every straight line from one to the other', () => {
    fc.assert(
      fc.property(box, box, share, share, share, share, share, (marker, note, a, b, c, d, part) => {
        const from = within(marker, a, b)
        const to = within(note, c, d)
        const between = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
        expect(isInCorridor(between, marker, note, HAIR)).toBe(true)
      }),
    )
  })

  test('leads nowhere else', () => {
    fc.assert(
      fc.property(box, box, fc.integer({ min: 1, max: 500 }), share, (marker, note, by, part) => {
        const slack = 6
        const left = Math.min(marker.left, note.left) - slack - by
        const right = Math.max(marker.right, note.right) + slack + by
        const top = Math.min(marker.top, note.top) - slack - by
        const bottom = Math.max(marker.bottom, note.bottom) + slack + by
        const x = left + (right - left) * part
        const y = top + (bottom - top) * part
        for (const point of [
          { x, y: top },
          { x, y: bottom },
          { x: left, y },
          { x: right, y },
        ])
          expect(isInCorridor(point, marker, note, slack)).toBe(false)
      }),
    )
  })

  test('narrows towards the marker: what lies beside it is not on the way', () => {
    const marker = { left: 500, top: 100, right: 524, bottom: 124 }
    const note = { left: 300, top: 130, right: 700, bottom: 260 }
    expect(isInCorridor({ x: 512, y: 127 }, marker, note, 6)).toBe(true)
    expect(isInCorridor({ x: 400, y: 104 }, marker, note, 6)).toBe(false)
    expect(isInCorridor({ x: 624, y: 104 }, marker, note, 6)).toBe(false)
  })

  test('does not depend on which of the two is named first', () => {
    fc.assert(
      fc.property(box, box, place, place, (marker, note, x, y) => {
        expect(isInCorridor({ x, y }, marker, note, 6)).toBe(
          isInCorridor({ x, y }, note, marker, 6),
        )
      }),
    )
  })
})
