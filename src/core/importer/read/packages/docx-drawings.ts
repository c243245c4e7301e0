import type { Mark } from '../../model.ts'
import type { WordsInBlock } from '../html/words-in-block.ts'

/** Counts the drawings of which nothing is read: pictures. A box of words is a drawing, too, and so is a rule. */
export interface Drawings {
  readonly start: () => void
  /** What the open one shows, as its author says. */
  readonly describe: (shown: string) => void
  /** What is in the open ones is read. */
  readonly setRead: () => void
  readonly end: (isDeleted: boolean, words: WordsInBlock | undefined) => void
  /** A paragraph is over: pictures behind its last words go to the next. */
  readonly carry: (words: WordsInBlock) => void
  /** Those that were carried, at the beginning of a paragraph. */
  readonly carried: () => readonly Mark[]
  readonly left: () => number
}

const MOST_WAITING = 24

export function countDrawings(): Drawings {
  const open: { isRead: boolean; shown: string }[] = []
  let left = 0
  let waiting: readonly Mark[] = []
  return {
    start: () => open.push({ isRead: false, shown: '' }),
    describe: (shown) => {
      const drawing = open.at(-1)
      if (drawing !== undefined && drawing.shown === '') drawing.shown = shown
    },
    setRead: () => {
      for (const drawing of open) drawing.isRead = true
    },
    end: (isDeleted, words) => {
      const drawing = open.pop()
      if (drawing?.isRead !== false || isDeleted) return
      left += 1
      words?.point(drawing.shown, 'picture')
    },
    carry: (words) => {
      const behind = words.left().filter(({ type }) => type === 'picture')
      waiting = [...waiting, ...behind].slice(0, MOST_WAITING)
    },
    carried: () => {
      const all = waiting
      waiting = []
      return all
    },
    left: () => left,
  }
}
