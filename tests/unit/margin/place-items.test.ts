import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeItems, type ItemBeside } from '#core/margin'

const GAP = 12
const free = { gap: GAP, top: 0, inHand: null }
const item = (anchor: number, height = 50, weight = 1): ItemBeside => ({ anchor, height, weight })

describe('items beside a text', () => {
  test('stand at their words where there is room', () => {
    expect(placeItems([item(0), item(100), item(400)], free)).toEqual([0, 100, 400])
  })

  test('that are in each other’s way share it, half up and half down', () => {
    expect(placeItems([item(200), item(220)], free)).toEqual([179, 241])
  })

  test('give way to one that counts more', () => {
    expect(placeItems([item(200, 50, 2), item(220)], free)).toEqual([200, 262])
    expect(placeItems([item(200), item(220, 50, 2)], free)).toEqual([158, 220])
  })

  test('leave the middle one of three at its words', () => {
    expect(placeItems([item(200), item(220), item(240)], free)).toEqual([158, 220, 282])
  })

  test('go down where nothing is free above', () => {
    expect(placeItems([item(0), item(0), item(10)], free)).toEqual([0, 62, 124])
  })

  test('one in hand stands at its words, and pushes those before it up and those behind it down', () => {
    const items = [item(190), item(200), item(210), item(600)]
    expect(placeItems(items, { ...free, inHand: 1 })).toEqual([138, 200, 262, 600])
    expect(placeItems(items, { ...free, inHand: 2 })).toEqual([86, 148, 210, 600])
  })

  test('one in hand at the very top pushes even what has nowhere to go', () => {
    expect(placeItems([item(0), item(10)], { ...free, inHand: 1 })).toEqual([-52, 10])
  })

  test('one that is higher than a window hides nobody', () => {
    expect(placeItems([item(0, 2000), item(100), item(300)], free)).toEqual([0, 2012, 2074])
  })

  test('none is nothing to do', () => {
    expect(placeItems([], free)).toEqual([])
  })
})

describe('whatever the items', () => {
  const items = fc.array(
    fc.record({
      anchor: fc.integer({ min: 0, max: 20_000 }),
      height: fc.integer({ min: 0, max: 3000 }),
      weight: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 120 },
  )
  const inReadingOrder = items.map((all) => all.toSorted((a, b) => a.anchor - b.anchor))
  const inHand = fc.option(fc.nat(119))
  const placed = (all: readonly ItemBeside[], hand: number | null) => {
    const index = hand === null || all.length === 0 ? null : hand % all.length
    return { index, tops: placeItems(all, { ...free, inHand: index }) }
  }

  test('none is dropped, none overlaps another or comes nearer than the gap, the order stays', () => {
    fc.assert(
      fc.property(items, inHand, (all, hand) => {
        const { tops } = placed(all, hand)
        expect(tops).toHaveLength(all.length)
        for (const [index, top] of tops.entries()) {
          const before = index === 0 ? null : tops[index - 1]
          if (before === null || before === undefined) continue
          expect(top - before - (all[index - 1]?.height ?? 0)).toBeGreaterThan(GAP - 0.01)
        }
      }),
    )
  })

  test('one in hand stands exactly at its words', () => {
    fc.assert(
      fc.property(items, fc.nat(119), (all, hand) => {
        const { index, tops } = placed(all, hand)
        if (index !== null) expect(tops[index]).toBeCloseTo(all[index]?.anchor ?? NaN, 6)
      }),
    )
  })

  test('without one in hand nothing stands above the top', () => {
    fc.assert(
      fc.property(items, (all) => {
        expect(Math.min(0, ...placed(all, null).tops)).toBe(0)
      }),
    )
  })

  test('no item alone could be moved nearer to its words', () => {
    fc.assert(
      fc.property(inReadingOrder, (all) => {
        const { tops } = placed(all, null)
        for (const [index, { anchor, height }] of all.entries()) {
          const top = tops[index] ?? NaN
          const least =
            index === 0 ? 0 : (tops[index - 1] ?? 0) + (all[index - 1]?.height ?? 0) + GAP
          const most = (tops[index + 1] ?? Infinity) - GAP - height
          // Too low although there is room above, too high although there is room below: neither.
          expect(top > anchor + 0.01 && top > least + 0.01).toBe(false)
          expect(top < anchor - 0.01 && top < most - 0.01).toBe(false)
        }
      }),
    )
  })
})
