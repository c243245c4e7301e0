/*
 * The frame that some browsers draw around a page. The page's head gives it the paper of the system's
 * choice, light or dark; a theme that its reader has chosen has a paper of its own.
 */

const frames = () => document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')

/** As the page came, by its element. */
const own = new WeakMap<HTMLMetaElement, string>()
let isFollowing = false

/** Gives the frame the colour that the paper has now, or its own again. */
export function colourFrame(hasTheme: boolean): void {
  isFollowing = hasTheme
  const paper = getComputedStyle(document.documentElement).backgroundColor
  for (const frame of frames()) {
    const before = own.get(frame) ?? frame.content
    own.set(frame, before)
    frame.content = hasTheme ? paper : before
  }
}

// The paper of high contrast is white or black, as the system has it.
window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  if (isFollowing) colourFrame(true)
})
