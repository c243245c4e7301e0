/** The reader's own library: its list, and the page that shows an article of it. */
import { counted, partUnreachable } from './common.ts'

export const ownArticles = 'Your own articles'
export const whereTheyAre =
  'They are kept in this browser only and sent nowhere. Clearing the browser’s data deletes them.'
export const noAuthor = 'Its author is not named.'
export const commentsBy = (names: readonly string[]) => `comments by ${names.join(', ')}`
export const added = (date: string) => `added ${date}`
export const takes = (size: string) => `${size} in this browser`
export const size = (characters: number) =>
  characters < 1000
    ? 'less than 1 kB'
    : characters < 1_000_000
      ? `${Math.round(characters / 1000)} kB`
      : `${(characters / 1_000_000).toFixed(1)} MB`

export const actionsOf = (title: string) => `What can be done with “${title}”`
export const review = 'Review again'
export const rename = 'Rename'
export const newTitle = 'New title'
export const titleWanted = 'Write a title first; Cancel leaves it as it was.'
export const save = 'Save'
export const cancel = 'Cancel'
export const remove = 'Delete'
export const undo = 'Undo'
export const download = 'Download the folder'
export const copyLink = 'Copy a link that holds it'
export const removed = (title: string) => `“${title}” was deleted.`
export const restored = (title: string) => `“${title}” is back.`
export const renamed = (title: string) => `It is called “${title}” now.`
export const notRenamed = 'It could not be renamed.'
export const downloaded = (name: string) => `Saved as ${name}.`
export const linkCopied = (length: number) =>
  `Link copied: ${counted(length, 'character', 'characters')}. Whoever has it has the whole article.`
export const linkTooLong = (length: number, most: number) =>
  `A link that holds this article would have ${counted(length, 'character', 'characters')}, and more than ${counted(most, 'character', 'characters')} get lost on their way. Download the folder and send that.`
export const copyByHand = 'Copying is not possible here. Select the link and copy it by hand:'
export const link = 'Link'

/* What a browser's storage may do. */

export const faults = {
  unavailable:
    'This browser keeps nothing here, as in a private window. Download what you want to keep.',
  full: 'There is no room left in this browser, so it was not kept. Download it, or delete something and try again.',
  outdated: 'A newer version of this site is open in another tab. Load this page anew.',
  unreachable: partUnreachable,
} as const
export const unreadable = 'It is not an article that can be read, so it was not kept:'

/* The page that shows an own article. */

export const pageTitle = 'Your own article'
export const pageLead = 'An article that is kept in a reader’s own browser.'
export const loading = 'The article is being opened …'
export const needsScript =
  'An article of your own is kept in your browser, and only a script can read it there. Allow scripts for this page.'
export const noneAsked = 'This address names no article.'
export const missing =
  'This browser does not have this article. An own article is kept only in the browser in which it was added; ask whoever sent you here for the file, or for a link that holds the article.'
export const notLetIn =
  'This browser does not let the page read what is kept in it, as in a private window. The article can be opened from its file, or from a link that holds it.'
export const linkGone =
  'The article that came with a link was not kept, and this tab has forgotten it. Open the link again.'
export const linkDamaged =
  'The link is damaged: a part of it was lost on its way. Ask for it again, or for the file.'
export const linkTooLarge = 'What this link holds is too large to be opened.'
export const notReadable = 'This is not an article that can be read. What is wrong with it:'
export const failed = 'The article could not be opened. Try again.'
export const toLibrary = 'To the library'
export const keptHere = 'Your own article, kept in this browser only.'
export const cameWithLink = 'This article came with a link. It is not kept until you keep it.'
export const keep = 'Keep it'
export const kept = 'Kept with your own articles.'
