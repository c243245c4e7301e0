/**
 * The names by which controls find their way in the text of a page. `features/document` writes
 * them, `features/reader` reads them; neither knows the other.
 *
 * - `data-layer` on a passage, an insertion: whose words these are
 * - `data-passage` on whatever a layer switch hides (passages, insertions); its id is the place's id
 * - `data-block` on every element with text of its own: the id of its block, or empty where that is the element's own id
 * - `data-skip` on everything that is not the text as found: markers, labels, the editor's words, buttons
 * - `data-open` on the button of a stub, which opens the passage before it, and hides it again
 * - `data-opened` on a passage that was opened alone, its layer being hidden
 * - `data-copy-link` on the link that copies its own address
 * - `data-in-margin` on a passage or note that stands in the margin, `data-beside` on the markers of such a note
 * - `data-take-away` on a button that opens what takes the article away
 * - `aria-description` on words that explain themselves: the sentence; a script makes buttons of them
 */
export const BLOCK = '[data-block]'
export const PASSAGE = '[data-passage]'
export const SKIP = '[data-skip], [data-copy-link]'
export const MARKER = 'a[role="doc-noteref"]'
export const TAKE_AWAY = '[data-take-away]'
export const EXPLAINED = '[aria-description]'
export const IN_MARGIN = '[data-in-margin]'
export const BESIDE = '[data-beside]'

/**
 * Hides a passage so that the browser's own find, and links to a place or to words, still reach it.
 * React writes the value as a plain `hidden`, which is why it is set by hand.
 */
export function hidePassage(passage: Element): void {
  passage.setAttribute('hidden', 'until-found')
}

/**
 * While the page opens, these parts are laid out only where they are in view: laying out a whole
 * article takes a browser longer than everything else before its first paint. The sections of a book stay like that.
 */
export const PART = '.text:not([data-length="book"]) > .section, .endnotes, .colophon'
const OPENING = 'data-opening'

export function beginOpening(): void {
  document.documentElement.setAttribute(OPENING, 'text')
}

/** The first frame has the text alone; then come the bar and, where there is room for them, the contents. */
export function showWhileOpening(tools: 'bar' | 'contents'): void {
  document.documentElement.setAttribute(OPENING, tools)
}

export function isOpening(): boolean {
  return document.documentElement.hasAttribute(OPENING)
}

export function layOut(part: Element): void {
  part.toggleAttribute('data-laid-out', true)
}

export function endOpening(): void {
  document.documentElement.removeAttribute(OPENING)
}

/** Makes room beside the text for what others say, where the window has any. */
export function markMarginView(isOn: boolean): void {
  document.documentElement.toggleAttribute('data-margin-view', isOn)
}

/** Where the scripts fail, the page is what it would be without them: nothing to press, nothing hidden. */
export function doWithoutScripts(): void {
  delete document.documentElement.dataset['script']
  markMarginView(false)
  endOpening()
  showEverything(document.documentElement)
}

/** Without the means to show and hide, everything is shown. */
export function showEverything(root: Element): void {
  unmarkLayers()
  root.querySelectorAll(PASSAGE).forEach((passage) => {
    passage.removeAttribute('hidden')
  })
}

/**
 * Says on the root which layers are off. The style sheet reads only the two that change how text
 * looks, each from an attribute of its own: were it one for all, every switch would make the browser
 * look at every name in capitals again.
 */
export function markLayersOff(off: readonly string[]): void {
  const root = document.documentElement
  root.setAttribute('data-off', off.join(' '))
  for (const layer of ['capitals', 'footnotes']) {
    root.toggleAttribute(`data-no-${layer}`, off.includes(layer))
  }
}

/** Whether somebody has said so for this page: the boot script does before the text is there. */
export function areLayersMarked(): boolean {
  return document.documentElement.hasAttribute('data-off')
}

function unmarkLayers(): void {
  markLayersOff([])
  document.documentElement.removeAttribute('data-off')
}

export function layersMarkedOff(): readonly string[] {
  return (document.documentElement.getAttribute('data-off') ?? '')
    .split(' ')
    .filter((id) => id !== '')
}
