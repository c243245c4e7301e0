/**
 * Where a reader stopped: what is kept of it, how what was once written down is read again, which
 * words stand for the place, and what counts as reading. Data and rules only; where it is kept and
 * how the words are found on a page is for others.
 */
export { parseKeptPlace, serializeKeptPlace } from './kept-place.ts'
export type { KeptPlace } from './kept-place.ts'
export { firstWords, sentenceAt } from './sentence.ts'
export { arrived, atRest, READING, RETURNED, type Course, type Rest } from './course.ts'
