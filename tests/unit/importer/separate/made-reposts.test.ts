import { describe, expect, test } from 'vitest'
import { madeRepost } from './made-reposts.ts'
import type { Told } from './telling.ts'
import { faultIn, tell, thoroughness } from './telling.ts'

const numbers = Array.from({ length: 300 * thoroughness }, (_, n) => n + 1)

/** What each paragraph was taken for. */
function takenFor({ material, separation }: Told, word: string): string {
  const segment = separation.segments.find(({ from, to }) =>
    material.text.slice(from, to).includes(word),
  )
  return segment === undefined ? 'lost' : `${segment.class}, ${segment.confidence}`
}

/** A remark as a remark; of the author's words none is thrown away, and none taken from him for sure. */
function isTrue(who: 'author' | 'commentator', taken: string): boolean {
  if (who === 'commentator') return taken.startsWith('commentary')
  return taken.startsWith('original') || taken.endsWith(', guess')
}

describe.each(['html', 'text'] as const)('reposts made by chance, as %s', (format) => {
  test('keep what is the author’s, and tell who comments', async () => {
    const faults: string[] = []
    for (const number of numbers) {
      const made = madeRepost(number)
      const told = await tell(made[format], format === 'html' ? 'a.html' : 'a.txt')
      expect(faultIn(told)).toBeNull()
      for (const { who, word } of made.paragraphs) {
        const taken = takenFor(told, word)
        if (!isTrue(who, taken)) faults.push(`${word} of the ${who}: ${taken}; ${made.how}`)
      }
    }
    expect(faults).toEqual([])
  })
})
