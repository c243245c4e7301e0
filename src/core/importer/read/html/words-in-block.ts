import type { Mark } from '../../model.ts'
import { inOrder } from '../fragments.ts'

type MarkType = Mark['type']
type PointType = Extract<MarkType, 'anchor' | 'picture'>

/** A mark whose element is still open. */
export interface OpenMark {
  readonly type: MarkType
  readonly value: string | null
  from: number | null
}

/** The words of one block as they are read: white space collapsed as on the page, marks beside them. */
export interface WordsInBlock {
  readonly add: (text: string) => void
  /** As it stands, white space and all: what is set in `<pre>`. */
  readonly addVerbatim: (text: string) => void
  /** @returns whether it was the second in a row, so that a paragraph ends. */
  readonly breakLine: () => boolean
  readonly open: (type: MarkType, value: string | null) => OpenMark | null
  readonly close: (mark: OpenMark) => void
  /** A place in the text without an extent. */
  readonly point: (value: string, type?: PointType) => void
  /** Places behind the last words of all. */
  readonly left: () => readonly Mark[]
  readonly isEmpty: () => boolean
  /** The block is over. Marks that are open go on in the next. */
  readonly take: () => {
    readonly text: string
    readonly marks: readonly Mark[]
    readonly spaces: number
  }
}

/** Formatting that nobody closed would otherwise be marked again and again in all that follows. */
const MOST_OPEN_MARKS = 24
/** Of each sort, so that many pictures leave room for the places that links lead to. */
const MOST_POINTS: Readonly<Record<PointType, number>> = { anchor: 24, picture: 1000 }

const COLLAPSIBLE = /[ \t\n\r\f]+/g
const WHITE = /[\s\u00a0]/
const RUNS = /[\s\u00a0]+|[^\s\u00a0]+/g

export function wordsInBlock(): WordsInBlock {
  let text = ''
  let marks: Mark[] = []
  let points: { readonly type: PointType; readonly value: string }[] = []
  let waitingPoints: Record<PointType, number> = { anchor: 0, picture: 0 }
  const openMarks: OpenMark[] = []
  /** Open marks from here on have not begun in this block. */
  let begun = 0
  /** White space read and not yet written: at the edges of a block it is never written. */
  let waiting = ''
  let spaces = 0

  const write = (words: string) => {
    if (text === '') waiting = ''
    text += waiting
    waiting = ''
    for (; begun < openMarks.length; begun += 1) {
      const mark = openMarks[begun]
      if (mark !== undefined) mark.from = text.length
    }
    for (const point of points) marks.push({ ...point, from: text.length, to: text.length })
    if (points.length > 0) {
      points = []
      waitingPoints = { anchor: 0, picture: 0 }
    }
    text += words
  }
  const wait = (space: string) => {
    if (text === '') {
      if (space.includes('\u00a0')) spaces += space.length
      return
    }
    // A no-break space between two words is kept; several are a way to set in.
    if (waiting === '') waiting = space === '\u00a0' || space === '\u202f' ? space : ' '
    else if (waiting !== '\n') waiting = ' '
  }
  const add = (raw: string) => {
    const collapsed = raw.replace(COLLAPSIBLE, ' ')
    if (!collapsed.includes('\u00a0') && !collapsed.includes('\u202f')) {
      const begins = collapsed.startsWith(' ')
      const ends = collapsed.endsWith(' ')
      if (begins) wait(' ')
      const words = collapsed.slice(begins ? 1 : 0, ends ? -1 : undefined)
      if (words !== '') write(words)
      if (ends && words !== '') wait(' ')
      return
    }
    for (const [run] of collapsed.matchAll(RUNS)) {
      if (WHITE.test(run[0] ?? '')) wait(run)
      else write(run)
    }
  }
  const end = (mark: OpenMark) => {
    if (mark.from !== null && mark.from < text.length) {
      marks.push({ type: mark.type, value: mark.value, from: mark.from, to: text.length })
    }
    mark.from = null
  }

  return {
    add,
    addVerbatim: (raw) => {
      if (raw !== '') write(raw)
    },
    breakLine: () => {
      if (text === '') return false
      if (waiting === '\n') return true
      waiting = '\n'
      return false
    },
    open: (type, value) => {
      if (openMarks.length >= MOST_OPEN_MARKS) return null
      const mark: OpenMark = { type, value, from: null }
      openMarks.push(mark)
      return mark
    },
    close: (mark) => {
      const at = openMarks.lastIndexOf(mark)
      if (at < 0) return
      end(mark)
      openMarks.splice(at, 1)
      if (at < begun) begun -= 1
    },
    point: (value, type = 'anchor') => {
      if (waitingPoints[type] >= MOST_POINTS[type]) return
      waitingPoints[type] += 1
      points.push({ type, value })
    },
    left: () => points.map((point) => ({ ...point, from: 0, to: 0 })),
    isEmpty: () => text === '',
    take: () => {
      for (const mark of openMarks) end(mark)
      const taken = { text, marks: inOrder(marks), spaces }
      text = ''
      marks = []
      begun = 0
      waiting = ''
      spaces = 0
      return taken
    },
  }
}
