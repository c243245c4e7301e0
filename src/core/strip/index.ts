/**
 * A text as a length in words: who speaks where on it, how far somebody has read, and how it is
 * drawn. Numbers in, numbers and paths out; it knows neither the page nor who marks what.
 */
export { layOutWords, type WordLine, type Stretch } from './word-line.ts'
export { shareRead, type Reading } from './progress.ts'
export { drawMarks, drawVoices, LENGTH, type Axis, type VoicePath } from './drawing.ts'
