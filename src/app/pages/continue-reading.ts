import type { ArticleFacts } from '#core/article'
import type { KeptPlace } from '#core/resume'
import { findKeptPlace } from '#features/reader'
import * as words from '#words/resume'
import { push, useAddress } from '../address.ts'
import { forgetPlace, readKeptPlace } from '../kept-places.ts'

/** The entries of the history that are no detour, though they lead to a place: the reader goes on there. */
const continued = new Set<string>()

export function isContinued(key: string): boolean {
  return continued.has(key)
}

/** Goes to where the reader stopped, with a way back; false if the words and their block are gone. */
function continueReading(facts: ArticleFacts, kept: KeptPlace): boolean {
  const text = document.querySelector('main article')
  const place = text === null ? null : findKeptPlace(text, facts, kept)
  if (place === null) return false
  // The link leads to the block; the page is put to the words, which are farther down in it.
  push({ hash: `#${encodeURIComponent(place.block)}` }, 'placed')
  continued.add(useAddress.getState().key)
  place.show()
  return true
}

/** Goes to where the reader stopped by now, in whichever tab; if that is nowhere any more, says so and forgets it. */
export function continueOrForget(facts: ArticleFacts, onSay: (sentence: string) => void): void {
  const kept = readKeptPlace(facts.slug)
  if (kept === null || continueReading(facts, kept)) return
  forgetPlace(facts.slug)
  onSay(words.wordsGone)
}
