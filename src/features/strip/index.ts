/**
 * The strip: the whole text as a narrow map at the window's edge, with what is read of it and how
 * long the rest takes; and the same map as an article's mark in the library. Reads the page, moves
 * the window, and never touches the text. What is marked in it comes in as highlights.
 */
export { Fingerprint } from './Fingerprint.tsx'
export { Strip, type StripProps } from './Strip.tsx'
