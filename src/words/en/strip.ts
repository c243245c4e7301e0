/** What the strip says, and how far somebody has read. Loaded with it. */

export const map = 'Map of the text'
export const progress = 'Read so far'
export const beginning = 'Beginning'
/** Where in the text: its section, and who speaks there. */
export const placeInText = (section: string, voice: string, isHidden: boolean) =>
  isHidden ? `${section}, ${voice}, hidden` : `${section}, ${voice}`
export const percent = (share: number) => `${Math.floor(share * 100)} %`
export const shareAndTime = (share: string, time: string) => `${share}, ${time}`
/** How long the rest of the author’s words takes. */
export const timeLeft = (minutes: number) =>
  minutes === 0
    ? 'read to the end'
    : minutes < 1
      ? 'less than a minute left'
      : minutes < 90
        ? `about ${Math.round(minutes)} min left`
        : `about ${Math.round(minutes / 60)} hours left`
