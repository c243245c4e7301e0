/** The library, and addresses that lead nowhere. */

export const libraryLead = 'Texts that passed through several hands, with every voice told apart.'
export const libraryEmpty = 'No article yet. Put a folder with an article into src/content.'
export const notFoundTitle = 'Nothing at this address'
export const notFoundLead = 'The address may be mistyped, or the article may have moved.'
export const didYouMean = 'Perhaps you wanted'
export const inIt = 'in it'
export const allArticles = 'All articles'
export const articleFailed = 'The article could not be loaded.'
export const tryAgain = 'Try again'
export const loading = 'Loading …'
