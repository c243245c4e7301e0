/*
 * Whether what was read as letters is text at all. Whatever its name says, a picture or a program read
 * so has signs in it that nobody types; a text has at most a few, where it was damaged.
 */

const LONGEST_SAMPLE = 64 * 1024

/** Less than this says nothing: a note of a few words may have lost most of its letters. */
const FEWEST = 64

/** Of bytes without order every eighth is such a sign; damaged texts stay far below. */
const MOST = 0.08

// oxlint-disable-next-line eslint/no-control-regex -- control characters are what it looks for
const NOBODY_TYPES = /[\u0001-\u0008\u000b\u000e-\u0019\u001c-\u001f\u007f-\u009f\ufffd]/g

/** Whether too many of its signs are controls, or stand for bytes that are no letters. */
export function isNoText(text: string): boolean {
  const sample = text.slice(0, LONGEST_SAMPLE)
  return sample.length >= FEWEST && share(sample, NOBODY_TYPES) > MOST
}

/** What UTF-16 of any language consists of, and of other bytes read so only a part. */
const WRITING = /[\p{L}\p{M}\p{N}\p{P}\p{Zs}\p{Sm}\p{Sc}\n\t]/gu

/** Whether text that was read as UTF-16 on suspicion is written in a language. */
export function isWriting(text: string): boolean {
  return share(text.slice(0, LONGEST_SAMPLE), WRITING) > 0.97
}

function share(sample: string, signs: RegExp): number {
  return (sample.match(signs)?.length ?? 0) / Math.max(1, sample.length)
}
