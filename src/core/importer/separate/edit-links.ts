import type { Part } from './part.ts'

const EDIT = /[?&](?:action|veaction)=edit|\/edit(?:$|[/?#])/u

/** Where "[edit]" begins behind a wiki's heading, in whatever language; null where there is none. */
export function editLinkOf(part: Part): number | null {
  const link = part.fragment.marks.find(
    (mark) => mark.type === 'link' && mark.value !== null && EDIT.test(mark.value),
  )
  if (link === undefined || link.from <= part.fragment.from) return null
  const before = part.words.slice(0, link.from - part.fragment.from)
  const bracket = before.lastIndexOf('[')
  return bracket > 0 && before.length - bracket < 4 ? part.fragment.from + bracket : link.from
}
