/** Where a reader stopped: the offer to continue there, and the library's line. Loaded on demand. */

export const whereYouStopped = 'Where you stopped'
export const continueAt = 'Continue where you stopped'
/** What somebody hears who does not see the offer appear. */
export const offered = (section: string) =>
  section === ''
    ? 'You have been here before. Continue where you stopped?'
    : `You have been here before. Continue where you stopped, in “${section}”?`
export const go = 'Continue'
export const forget = 'Forget'
export const placeForgotten = 'The place is forgotten.'
export const wordsGone = 'The words where you stopped are not in the text any more.'
export const continueIn = 'Continue'
export const share = (part: number) => `${Math.round(part * 100)} %`
