/**
 * Going on where one stopped: notices where the page comes to rest, and offers to continue. Loaded on
 * demand. It knows neither the text nor where anything is kept.
 */
export { ResumeOffer } from './ResumeOffer.tsx'
export { watchRests } from './watch-rests.ts'
