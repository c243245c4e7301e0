import { firstIndex } from '#core/article'
import type { Fragment, Mark, ResolvedReference } from '../../model.ts'

interface Resolved {
  readonly text: string
  readonly fragments: readonly Fragment[]
  readonly resolved: readonly ResolvedReference[]
}

/**
 * Puts in place of references to characters (`&#8220;`, `&nbsp;`) what they stand for. Only once all
 * else is read, because `&lt;b&gt;` is no tag.
 *
 * @param fragments with the references marked as syntax that has a value
 */
export function resolveReferences(text: string, fragments: readonly Fragment[]): Resolved {
  const references = fragments.flatMap(({ marks }) => marks.filter(isReference))
  if (references.length === 0) return { text, fragments, resolved: [] }
  const parts: string[] = []
  let done = 0
  for (const { from, to, value } of references) {
    if (from < done) continue
    parts.push(text.slice(done, from), value ?? '')
    done = to
  }
  parts.push(text.slice(done))
  const resolved = parts.join('')
  const place = places(references)
  const moved = fragments.map((fragment): Fragment => {
    const marks = fragment.marks
      .filter((mark) => !isReference(mark))
      .map((mark) => ({ ...mark, from: place(mark.from), to: place(mark.to) }))
    return { ...fragment, from: place(fragment.from), to: place(fragment.to), marks }
  })
  return {
    text: resolved,
    // A line of nothing but `&nbsp;` keeps others apart, and is white space now.
    fragments: moved.filter(({ from, to }) => resolved.slice(from, to).trim() !== ''),
    resolved: references.map(({ from, to }) => ({
      from: place(from),
      to: place(to),
      written: text.slice(from, to),
    })),
  }
}

function isReference(mark: Mark): boolean {
  return mark.type === 'syntax' && mark.value !== null
}

/** Where a place of the text is once the references before it are resolved. */
function places(references: readonly Mark[]): (at: number) => number {
  /** By how much what follows the reference of the same index is moved. */
  const shifts: number[] = []
  let shift = 0
  for (const { from, to, value } of references) {
    shift += to - from - (value ?? '').length
    shifts.push(shift)
  }
  return (at) => {
    const next = firstIndex(references, ({ to }) => to > at)
    return at - (shifts[next - 1] ?? 0)
  }
}
