import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  formatLayerList,
  formatLayers,
  inOrder,
  isSameSet,
  parseLayerList,
  parseLayers,
  parseView,
  presetLayers,
  PRESETS,
  shownByDefault,
  toggled,
  withView,
} from '#core/article'
import type { LayerId, LayerKind } from '#core/article'

interface TestLayer {
  readonly id: LayerId
  readonly kind: LayerKind
  readonly shown: boolean
}

// Ids are minted by the parser; here they are written by hand.
const layer = (id: string, kind: LayerKind, shown = true): TestLayer => ({
  id: id as LayerId,
  kind,
  shown,
})
const article = [
  layer('original', 'original'),
  layer('comments', 'commentary'),
  layer('harbour-office', 'commentary', false),
  layer('background', 'background'),
  layer('footnotes', 'footnotes'),
  layer('capitals', 'capitals'),
]
const ids = (layers: readonly TestLayer[]) => layers.map(({ id }) => id)

const kinds = ['original', 'commentary', 'background', 'footnotes', 'capitals'] as const
/** The layers of any article, by the format's rules for ids. */
const layers = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/).map((id) => id as LayerId),
    kind: fc.constantFrom(...kinds),
    shown: fc.boolean(),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
)
/** An article’s layers and some of them. */
const someShown = layers.chain((all) =>
  fc.tuple(
    fc.constant(all),
    fc.subarray(all).map((some) => ids(some)),
  ),
)

describe('the layers in a link', () => {
  test('whatever is visible, its link makes visible again', () => {
    fc.assert(
      fc.property(someShown, ([all, visible]) => {
        expect(parseLayers(formatLayers(visible, all), all)).toEqual({ visible, unknown: [] })
      }),
    )
  })

  test('one state has one spelling, whatever the order in which it came about', () => {
    fc.assert(
      fc.property(
        someShown.chain(([all, visible]) =>
          fc.tuple(
            fc.constant(all),
            fc.constant(visible),
            fc.shuffledSubarray([...visible], { minLength: visible.length }),
          ),
        ),
        ([all, visible, shuffled]) => {
          expect(formatLayers(shuffled, all)).toBe(formatLayers(visible, all))
        },
      ),
    )
  })

  test('the default needs no parameter, and nothing visible is written as nothing', () => {
    expect(formatLayers(shownByDefault(article), article)).toBe('')
    expect(formatLayers([], article)).toBe('?layers=')
    expect(parseLayers('', article).visible).toEqual(shownByDefault(article))
    expect(parseLayers('?layers=', article).visible).toEqual([])
    expect(parseLayers('?layers', article).visible).toEqual([])
  })

  test('a layer that is hidden by default is in the link when it is visible', () => {
    expect(formatLayers(ids(article), article)).toBe(
      '?layers=original,comments,harbour-office,background,footnotes,capitals',
    )
  })

  test('strangers are named, each once, and the others hold', () => {
    expect(parseLayers('?layers=marginalia,original,marginalia,Comments,', article)).toEqual({
      visible: ['original'],
      unknown: ['marginalia', 'Comments'],
    })
  })

  test('a link with nothing but strangers opens the page as posted', () => {
    expect(parseLayers('?layers=marginalia', article)).toEqual({
      visible: shownByDefault(article),
      unknown: ['marginalia'],
    })
  })

  test('order and repetition in a link do not matter, other parameters neither', () => {
    const { visible } = parseLayers('?theme=dark&layers=capitals,original,capitals&x=1', article)
    expect(visible).toEqual(['original', 'capitals'])
  })

  test('commas and signs may be escaped, as some programs do with addresses they pass on', () => {
    expect(parseLayers('?layers=original%2Cbackground', article).visible).toEqual([
      'original',
      'background',
    ])
  })

  test('garbage in an address never throws and never shows what the article does not have', () => {
    const query = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }).map((garbage) => `?layers=${garbage}`),
      fc.constantFrom('?layers=%', '?layers=%E0%A4%A', '?layers=__proto__', '?layers=constructor'),
    )
    fc.assert(
      fc.property(query, layers, (search, all) => {
        const { visible, unknown } = parseLayers(search, all)
        expect(ids(all)).toEqual(expect.arrayContaining([...visible]))
        for (const stranger of unknown) expect(ids(all)).not.toContain(stranger)
      }),
    )
  })
})

describe('the layers in a page’s head', () => {
  test('the list for the script before the first painting says what it was made from', () => {
    fc.assert(
      fc.property(layers, (all) => {
        expect(parseLayerList(formatLayerList(all))).toEqual(
          all.map(({ id, shown }) => ({ id, shown })),
        )
      }),
    )
  })

  test('a broken list never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (list) => {
        for (const { id } of parseLayerList(list)) expect(id).not.toContain(' ')
      }),
    )
  })
})

describe('switching', () => {
  test('a switch thrown twice changes nothing', () => {
    fc.assert(
      fc.property(someShown, fc.nat(), ([all, visible], index) => {
        const id = all[index % all.length]?.id ?? ('none' as LayerId)
        const once = toggled(all, visible, id)
        expect(once.includes(id)).toBe(!visible.includes(id))
        expect(toggled(all, once, id)).toEqual(visible)
      }),
    )
  })

  test('what is visible always stands in the article’s order', () => {
    const wanted = new Set(['capitals', 'nobody', 'comments'])
    expect(inOrder(article, wanted)).toEqual(['comments', 'capitals'])
    expect(toggled(article, ids([layer('capitals', 'capitals')]), 'original' as LayerId)).toEqual([
      'original',
      'capitals',
    ])
  })

  test('sets are the same whatever their order', () => {
    const [a, b, c] = ids(article)
    if (a === undefined || b === undefined || c === undefined) throw new Error('Too few layers.')
    expect(isSameSet([a, b], [b, a])).toBe(true)
    expect(isSameSet([a, b], [a, c])).toBe(false)
    expect(isSameSet([a, b], [a])).toBe(false)
    expect(isSameSet([], [])).toBe(true)
  })
})

describe('the views', () => {
  test('each shows what its name promises', () => {
    expect(PRESETS.map((name) => [name, presetLayers(name, article)])).toEqual([
      ['as-posted', ['original', 'comments', 'background', 'footnotes', 'capitals']],
      ['author-only', ['original', 'footnotes']],
      ['author-with-background', ['original', 'background', 'footnotes']],
      ['what-was-added', ['comments', 'harbour-office', 'background', 'capitals']],
    ])
  })

  test('the author and what was added have no layer in common, and together are all', () => {
    fc.assert(
      fc.property(layers, (all) => {
        const author = presetLayers('author-only', all)
        const added = presetLayers('what-was-added', all)
        expect([...author, ...added].toSorted()).toEqual([...ids(all)].toSorted())
      }),
    )
  })
})

describe('the view in a link', () => {
  test('whatever is asked for, its link asks for again, beside any layers', () => {
    fc.assert(
      fc.property(
        someShown,
        fc.constantFrom('inline' as const, 'margin' as const, null),
        ([all, some], view) => {
          const search = withView(formatLayers(some, all), view)
          expect(parseView(search)).toBe(view)
          expect(parseLayers(search, all).visible).toEqual(some)
        },
      ),
    )
  })

  test('one that does not exist is no view', () => {
    for (const search of ['', '?view=', '?view=sideways', '?view', '?layers=view', '?views=margin'])
      expect(parseView(search)).toBeNull()
    expect(parseView('?view=margin&view=inline')).toBe('margin')
  })
})
