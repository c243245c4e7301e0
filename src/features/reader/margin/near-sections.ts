/**
 * A book is laid out as it is approached, and so is its margin: only sections near the window have
 * their items there. A shorter text is near as a whole.
 */
export interface NearSections {
  /** What is near, in the order of the text. Nobody looks through a whole book for what stands in a part of it. */
  readonly all: () => readonly Element[]
  readonly stop: () => void
}

const SECTIONS = '.text[data-length="book"] > .section'

export function watchSections(text: HTMLElement, onChange: () => void): NearSections {
  const sections = [...text.querySelectorAll(SECTIONS)]
  if (sections.length === 0) return { all: () => [text], stop: () => {} }
  const say = (section: Element, isNear: boolean) => {
    section.toggleAttribute('data-near', isNear)
  }
  // The observer answers a frame later; what is in view is needed at once.
  const near = sections.map((section) => {
    const { top, bottom } = section.getBoundingClientRect()
    return bottom > -window.innerHeight && top < 2 * window.innerHeight
  })
  for (const [index, section] of sections.entries()) say(section, near[index] === true)
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) say(target, isIntersecting)
      onChange()
    },
    { rootMargin: '100% 0px' },
  )
  for (const section of sections) watcher.observe(section)
  return {
    all: () => sections.filter((section) => section.hasAttribute('data-near')),
    stop() {
      watcher.disconnect()
      for (const section of sections) say(section, false)
    },
  }
}
