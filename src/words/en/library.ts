/** The library, and addresses that lead nowhere. */

export const libraryLead = 'Texts that passed through several hands, with every voice told apart.'
export const bringText = 'Bring a text of your own'
export const libraryEmpty = 'No article yet. Put a folder with an article into src/content.'
export const notFoundTitle = 'Nothing at this address'
export const notFoundLead = 'The address may be mistyped, or the article may have moved.'
export const didYouMean = 'Perhaps you wanted'
export const inIt = 'in it'
export const allArticles = 'All articles'
export const articleFailed = 'The article could not be loaded.'
export const tryAgain = 'Try again'
export const goTo = 'Go to …'
export const searchLibrary = 'Search all articles'
export const searchUnreachable = 'The search could not be loaded. Try again when you are online.'
export const shareOf = (label: string, part: number) =>
  `${label} ${part < 0.01 ? 'under 1' : Math.round(part * 100)} %`
/** What the map of an article on its card shows. */
export const whoSpeaks = (shares: readonly string[]) =>
  `Who speaks from beginning to end. ${shares.join(', ')}.`
