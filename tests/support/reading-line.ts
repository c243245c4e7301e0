/**
 * How far the line being read moves when a layer is switched: measured from outside, by the
 * rectangles of the characters on the page, and without asking anything of the code under test.
 */

/** One throw of one switch at one place. */
export interface Throw {
  /** The label of the switch. */
  readonly layer: string
  /** Whether the layer is shown afterwards. */
  readonly isShown: boolean
  /** Where the page stood, in CSS pixels. */
  readonly offset: number
  /** `back`: the second throw of the same switch; measured against what stood there before the first. */
  readonly what: 'out' | 'back'
  /** CSS pixels, downwards; the worst of what stood in the same task and what was painted. */
  readonly moved: number
  /** Whether the document ends where the page would have to go on. */
  readonly isClamped: boolean
  readonly line: string
}

export interface Sweep {
  readonly throws: readonly Throw[]
  /** Throws after which no line of before was visible any more. */
  readonly withoutSurvivor: number
}

interface SweepOptions {
  /** At how many places, evenly from the top of the page to its end. */
  readonly places: number
  /** Whether the browser's own scroll anchoring may help. */
  readonly isAnchoring: boolean
}

/**
 * Throws every switch twice at every place. Runs inside the page, in any engine, so it uses nothing
 * from this file.
 */
export async function sweepLayers({ places, isAnchoring }: SweepOptions): Promise<Sweep> {
  interface Line {
    readonly node: Text
    readonly at: number
    readonly top: number
    /** Whether the window shows its whole height. */
    readonly isWhole: boolean
  }
  const article = document.querySelector('main article') ?? document.body
  const switches = [...document.querySelectorAll<HTMLElement>('[role="group"] [role="switch"]')]
  for (const element of [document.documentElement, document.body]) {
    element.style.setProperty('overflow-anchor', isAnchoring ? 'auto' : 'none')
  }

  const painted = async () => {
    for (let frame = 0; frame < 2; frame += 1) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve)
      })
    }
  }
  /** The element itself counts as visible even where it does not show its content. */
  const isShown = (element: Element | null): element is Element =>
    element?.checkVisibility() === true && getComputedStyle(element).contentVisibility !== 'hidden'
  // A character that itself changes its size is higher or lower though its line stands still, so
  // lines are measured by where their letters stand. Browsers round a letter's ascent to whole pixels.
  const pen = document.createElement('canvas').getContext('2d')
  const footingOf = (node: Text, rect: DOMRect) => {
    const { fontFamily = '', fontSize = '0' } = node.parentElement
      ? getComputedStyle(node.parentElement)
      : {}
    if (pen === null) return rect.top
    pen.font = `100px ${fontFamily}`
    const { fontBoundingBoxAscent } = pen.measureText('x')
    return rect.top + Math.round((fontBoundingBoxAscent * Number.parseFloat(fontSize)) / 100)
  }
  const rectOf = (node: Text, at: number): DOMRect | null => {
    if (!isShown(node.parentElement)) return null
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const rect = [...range.getClientRects()].find(({ width, height }) => width > 0 && height > 0)
    return rect ?? null
  }
  /** The beginnings of all whole lines in the window, from the top down. */
  const linesInWindow = (): readonly Line[] => {
    const lines: Line[] = []
    const nodes = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    for (let node = nodes.nextNode() as Text | null; node; node = nodes.nextNode() as Text | null) {
      const parent = node.parentElement
      // Raised figures and the marks beside blocks stand in a line without being its beginning.
      if (!isShown(parent) || parent.closest('sup, .visually-hidden')) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const box = range.getBoundingClientRect()
      if (box.height === 0 || box.bottom <= 0 || box.top >= innerHeight) continue
      let last = -Infinity
      for (let at = 0; at < node.data.length; at += 1) {
        const rect = rectOf(node, at)
        if (rect === null || rect.top < last + 8) continue
        last = rect.top
        const isWhole = rect.top >= 0 && rect.bottom <= innerHeight
        lines.push({ node, at, top: footingOf(node, rect), isWhole })
      }
    }
    // Words in another size begin a little lower or higher: the line begins with its first character.
    const inOrder = lines.toSorted((a, b) => a.top - b.top)
    return inOrder.filter((line, index) => {
      const isFirstOfLine = (other: Line) =>
        other === line ||
        other.top < line.top - 8 ||
        other.top > line.top + 8 ||
        follows(line, other)
      // A word in smaller letters may be whole in a line that is not.
      return line.isWhole && inOrder.slice(Math.max(index - 8, 0), index + 8).every(isFirstOfLine)
    })
  }
  const follows = (line: Line, other: Line) =>
    (other.node.compareDocumentPosition(line.node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
  const movedOf = (lines: readonly Line[]) => {
    for (const line of lines) {
      const rect = rectOf(line.node, line.at)
      if (rect !== null) return { line, moved: footingOf(line.node, rect) - line.top }
    }
    return null
  }
  const isClamped = (moved: number) => {
    const end = document.documentElement.scrollHeight - innerHeight
    return Math.abs(moved) > 1 && (moved > 0 ? scrollY >= end - 1 : scrollY <= 0)
  }

  const throws: Throw[] = []
  let withoutSurvivor = 0
  const stateOf = () => switches.map(({ ariaChecked }) => ariaChecked).join()
  /** The text answers at once, its switch a frame or more later. */
  const until = async (isSo: () => boolean) => {
    for (let frame = 0; frame < 100 && !isSo(); frame += 1) await painted()
  }
  for (const control of switches) {
    // First every place of the page as it is, then every place of the page without the layer.
    for (const isShown of [true, false]) {
      if ((control.ariaChecked === 'true') !== isShown) {
        control.click()
        await until(() => (control.ariaChecked === 'true') === isShown)
      }
      const state = stateOf()
      const end = document.documentElement.scrollHeight - innerHeight
      for (let place = 0; place < places; place += 1) {
        const offset = Math.round((end * place) / Math.max(places - 1, 1))
        scrollTo({ top: offset, behavior: 'instant' })
        await painted()
        const before = linesInWindow()
        let wasClamped = false
        for (const what of ['out', 'back'] as const) {
          control.click()
          // React answers a click before the task ends; what stands now is what will be painted.
          await Promise.resolve()
          const inTask = movedOf(before)?.moved ?? 0
          await painted()
          const found = movedOf(before)
          if (found === null) {
            withoutSurvivor += 1
            continue
          }
          const moved = Math.abs(inTask) > Math.abs(found.moved) ? inTask : found.moved
          // There and back, a line may come to where the document ended before, but no further.
          wasClamped ||= isClamped(moved)
          throws.push({
            layer: control.querySelector('.layer-label')?.textContent ?? '',
            isShown: isShown === (what === 'back'),
            offset,
            what,
            moved,
            isClamped: what === 'out' && wasClamped,
            line: found.line.node.data.slice(found.line.at, found.line.at + 40),
          })
        }
        await until(() => stateOf() === state)
        if (stateOf() !== state) throw new Error(`A click was lost: ${state} became ${stateOf()}.`)
      }
    }
    control.click()
    await painted()
  }
  return { throws, withoutSurvivor }
}

/** What a sweep comes to, without the throws that the ends of the document stopped. */
export function worstOf({ throws }: Sweep) {
  const free = throws.filter((one) => !one.isClamped)
  const sorted = free.toSorted((a, b) => Math.abs(b.moved) - Math.abs(a.moved))
  return {
    measured: free.length,
    clamped: throws.length - free.length,
    worst: Math.abs(sorted[0]?.moved ?? 0),
    /** The throws that moved the line by more than a pixel, worst first. */
    moved: sorted.filter((one) => Math.abs(one.moved) > 1),
  }
}

/** The figures of a sweep, in a sentence. */
export function describeSweep(sweep: Sweep): string {
  const { measured, clamped, worst } = worstOf(sweep)
  return [
    `${measured} throws moved the line by ${worst.toFixed(2)} px at most`,
    `${clamped} more were stopped by the ends of the document`,
    `${sweep.withoutSurvivor} left no line that had been visible`,
  ].join('; ')
}
