import { describe, expect, test } from 'vitest'
import { separate } from '#core/importer'
import { tell } from './telling.ts'

/** What patterns stumble over: long runs of what they look for, and of what they pass over. */
const units: readonly (readonly [name: string, unit: string, extension: string])[] = [
  ['brackets that open', '[', 'txt'],
  ['brackets of two kinds', '（(', 'txt'],
  ['markers', '[1] ', 'txt'],
  ['ranges of markers', '[1–3, 5] ', 'txt'],
  ['markers in parentheses', 'x (1) ', 'txt'],
  ['raised numbers', 'word¹ ', 'txt'],
  ['stars', '*a', 'txt'],
  ['quotation marks', '“a”', 'txt'],
  ['words', 'word ', 'txt'],
  ['dots', '. ', 'txt'],
  ['dashes', '—', 'txt'],
  ['digits', '1', 'txt'],
  ['glued addresses', 'http://a.example/b.htmland ', 'txt'],
  ['labels', "Editor's note: ", 'txt'],
  ['bylines', 'By Ada Brand ', 'txt'],
  ['names', 'Ada ', 'txt'],
  ['remarks', '[Ed.: so.] ', 'txt'],
  ['lines', 'a line\n\n', 'txt'],
  ['quoted lines', '> a\n\n', 'txt'],
  ['labels in lines', 'Comment by Ada Brand: no.\n\n', 'txt'],
  ['inserts', 'Background:\n\nThe ferry.\n\n', 'txt'],
  ['dates', '12 May 2011\n\n', 'txt'],
  ['headings', '# a\n\n', 'md'],
  ['declared markers', 'a[^1] ', 'md'],
  ['definitions', '[^1]: a\n\n', 'md'],
  ['links within', '<p><a id="n"></a><a href="#n">1</a></p>', 'html'],
  ['items', '<li><a href="/a">a b</a>', 'html'],
  ['colours', '<p><font color="red">Red words, and more.</font></p>', 'html'],
  ['boxes', '<div class="a-b c_d">x</div>', 'html'],
]

describe('time grows with length alone', () => {
  test.each(units)('%s', async (_name, unit, extension) => {
    const small = await timeOf(unit, 6_000, extension)
    const large = await timeOf(unit, 48_000, extension)
    // Eight times the text: sixty-four times the time would be quadratic. The allowance is for a busy machine.
    expect(large).toBeLessThan(24 * small + 600)
  })
})

/** The better of two runs, in milliseconds; the reader's time is its own tests' business. */
async function timeOf(unit: string, length: number, extension: string): Promise<number> {
  const { material } = await tell(unit.repeat(Math.ceil(length / unit.length)), `a.${extension}`)
  const times = [1, 2].map(() => {
    // Time of the processor, not of the clock: others may be busy.
    const start = process.cpuUsage()
    separate(material)
    return process.cpuUsage(start).user / 1000
  })
  return Math.min(...times)
}
