/** Reading without a network, and newer releases of the site. */
import { counted } from './common.ts'

export const newVersionName = 'New version'
export const newVersion = 'A new version is ready.'
export const loadNew = 'Load it'
export const later = 'Later'

export const ready = 'Ready to read without a network'
export const keptArticles = (kept: number, all: number) =>
  kept === all
    ? `Kept in this browser: ${counted(all, 'article', 'articles')}, with notes, images and the search.`
    : `To save data, only what you open is kept in this browser: ${counted(kept, 'article', 'articles')} of ${all}.`
export const keptBytes = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
export const howToRemove =
  'It stays until you clear the data of this site, or until the browser needs the room.'

/** A page that there is, but not here. */
export const notKeptTitle = 'Not kept for reading without a network'
export const notKept =
  'This page is there, but there is no network now and it is not kept in this browser. Open it again when you are online.'
