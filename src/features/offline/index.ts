/**
 * Reading without a network, as far as it is seen: that a newer release of the site is there, and how
 * much is kept. Both take facts as props; the service worker that they come from is the app's business.
 */
export { NewVersion } from './NewVersion.tsx'
export { Kept } from './Kept.tsx'
