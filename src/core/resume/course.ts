/**
 * What counts as reading.
 *
 * Whoever opens an article at its top, or comes back to it, is *reading*:
 * wherever the page then rests for some seconds, past the first screen and in the text itself, is
 * where the reader is.
 *
 * Whoever has *returned* to the kept place has read nothing yet: it stays where it is until the page has
 * been moved on from there.
 *
 * Whoever was taken to a place (by a link, the contents, a hit, a marker, the browser's find) is on a
 * *detour*, and looks something up until they have read on from there, by a window's height. Going
 * back takes up the course of the entry one goes back to; its owner remembers it.
 */
export type Course =
  | { readonly type: 'reading' }
  | {
      readonly type: 'detour'
      /** Where it led to, in CSS pixels from the top of the page; null until the page has come to rest there. */
      readonly from: number | null
    }
  | {
      readonly type: 'returned'
      /** As for a detour. */
      readonly from: number | null
    }

export const READING: Course = { type: 'reading' }

/** Somebody was taken to a place. */
export function arrived(top: number | null = null): Course {
  return { type: 'detour', from: top }
}

/** Somebody has gone back to where they stopped. */
export const RETURNED: Course = { type: 'returned', from: null }

/** The share of the window by which a page is moved on by those who read. */
const READ_ON = 0.05

/** The page has not moved for some seconds. */
export interface Rest {
  /** CSS pixels that are above the window. */
  readonly top: number
  readonly windowHeight: number
}

/** The course from now on, and whether what stands in the window is being read. */
export function atRest(
  course: Course,
  { top, windowHeight }: Rest,
): { readonly course: Course; readonly isRead: boolean } {
  switch (course.type) {
    case 'reading':
      return { course, isRead: top >= windowHeight }
    case 'returned': {
      const { from } = course
      if (from === null) return { course: { type: 'returned', from: top }, isRead: false }
      const hasReadOn = Math.abs(top - from) >= windowHeight * READ_ON
      return hasReadOn
        ? { course: READING, isRead: top >= windowHeight }
        : { course, isRead: false }
    }
    case 'detour': {
      const { from } = course
      if (from === null) return { course: arrived(top), isRead: false }
      const hasReadOn = Math.abs(top - from) >= windowHeight
      return hasReadOn
        ? { course: READING, isRead: top >= windowHeight }
        : { course, isRead: false }
    }
  }
}
