/**
 * How far the line being read moves when the look of the page changes: the footing of the first
 * character of the first whole line, measured from outside.
 */
import type { Page } from '@playwright/test'

export interface LookMove {
  readonly offset: number
  readonly what: string
  /** CSS pixels, downwards. */
  readonly moved: number
  /** Whether the document ends where the page would have to go on. */
  readonly isClamped: boolean
  readonly line: string
}

/**
 * Makes each change at each place, from the settings as they stand open, and takes it back again.
 * `places` are spread evenly from the top of the page to its end.
 */
export function sweepLooks(
  page: Page,
  changes: readonly { readonly name: string; readonly value: string; readonly back: string }[],
  places: number,
): Promise<readonly LookMove[]> {
  return page.evaluate(
    async ({ changes: all, places: count }) => {
      const article = document.querySelector('main article') ?? document.body
      const painted = async () => {
        for (let frame = 0; frame < 2; frame += 1) {
          await new Promise((resolve) => {
            requestAnimationFrame(resolve)
          })
        }
      }
      // A larger letter begins higher though its line stands still: lines are measured by where their
      // letters stand. Browsers round a letter's ascent to whole pixels.
      const pen = document.createElement('canvas').getContext('2d')
      const rectOf = (node: Text, at: number): DOMRect | null => {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const rects = [...range.getClientRects()]
        return rects.find(({ width, height }) => width > 0 && height > 0) ?? null
      }
      const footingOf = (node: Text, at: number): number | null => {
        const rect = rectOf(node, at)
        if (rect === null || node.parentElement === null || pen === null) return null
        const { fontFamily, fontSize, fontWeight, fontStyle } = getComputedStyle(node.parentElement)
        pen.font = `${fontStyle} ${fontWeight} 100px ${fontFamily}`
        const { fontBoundingBoxAscent } = pen.measureText('x')
        return rect.top + Math.round((fontBoundingBoxAscent * Number.parseFloat(fontSize)) / 100)
      }
      const linesInWindow = () => {
        const found: { node: Text; at: number; top: number; rect: DOMRect }[] = []
        const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
        while (texts.nextNode()) {
          const node = texts.currentNode
          if (!(node instanceof Text) || node.data.trim() === '') continue
          const parent = node.parentElement
          if (
            parent === null ||
            !parent.checkVisibility() ||
            parent.closest('sup, .visually-hidden, [data-copy-link]')
          )
            continue
          const range = document.createRange()
          range.selectNodeContents(node)
          const box = range.getBoundingClientRect()
          if (box.height === 0 || box.bottom <= 0 || box.top >= innerHeight) continue
          let last = -Infinity
          for (let at = 0; at < node.data.length; at += 1) {
            const rect = rectOf(node, at)
            if (rect === null || rect.top < last + 8) continue
            last = rect.top
            const top = footingOf(node, at)
            if (top !== null) found.push({ node, at, top, rect })
          }
        }
        return found.toSorted((a, b) => a.top - b.top)
      }
      type Line = ReturnType<typeof linesInWindow>[number]
      const firstWholeOf = (lines: readonly Line[]) =>
        // A line begins with its first character, and is whole only if all of it is.
        lines.find(
          (line) =>
            line.rect.bottom <= innerHeight &&
            lines.every(
              (other) =>
                Math.abs(other.top - line.top) > 8 ||
                (other.rect.top >= 0 &&
                  (other === line ||
                    (line.node.compareDocumentPosition(other.node) &
                      Node.DOCUMENT_POSITION_FOLLOWING) !==
                      0)),
            ),
        )
      /** As a hand does: React hears an event, and a slider has its value before. */
      const set = (name: string, value: string) => {
        const inputs = [
          ...document.querySelectorAll<HTMLInputElement>(
            `.settings [data-setting="${name}"] input`,
          ),
        ]
        const radio = inputs.find((input) => input.type === 'radio' && input.value === value)
        const [first] = inputs
        if (radio !== undefined) radio.click()
        else if (first?.type === 'range') {
          // Past React's own setter, which would take the event for no change.
          Reflect.set(HTMLInputElement.prototype, 'value', value, first)
          first.dispatchEvent(new Event('input', { bubbles: true }))
        } else if (first?.type === 'checkbox') first.click()
        else throw new Error(`There is no setting ${name} with the value ${value}.`)
      }
      const moves: LookMove[] = []
      for (let place = 0; place < count; place += 1) {
        const end = document.documentElement.scrollHeight - innerHeight
        let offset = Math.round((end * place) / Math.max(count - 1, 1))
        scrollTo({ top: offset, behavior: 'instant' })
        await painted()
        // Cut by a hair, a line is whole where its names in capitals are lower, and cut where they are not:
        // nobody can say then which line is the first.
        while (linesInWindow().some(({ rect }) => rect.top < 0 && rect.top > -1.5)) {
          offset -= 2
          scrollTo({ top: offset, behavior: 'instant' })
          await painted()
        }
        const found = firstWholeOf(linesInWindow())
        if (found === undefined) throw new Error(`There is no whole line at ${offset}.`)
        for (const { name, value, back } of all) {
          // What the last change has left behind is not held against this one.
          scrollTo({ top: offset, behavior: 'instant' })
          await painted()
          const line = { ...found, top: footingOf(found.node, found.at) ?? found.top }
          let wasClamped = false
          for (const to of [value, back]) {
            set(name, to)
            await painted()
            const top = footingOf(line.node, line.at)
            if (top === null) throw new Error(`The line is gone: ${line.node.data}`)
            const moved = top - line.top
            const last = document.documentElement.scrollHeight - innerHeight
            wasClamped ||= Math.abs(moved) > 1 && (moved > 0 ? scrollY >= last - 1 : scrollY <= 0)
            moves.push({
              offset,
              what: `${name}: ${to}`,
              moved,
              isClamped: wasClamped,
              line: line.node.data.slice(line.at, line.at + 40),
            })
          }
        }
      }
      return moves
    },
    { changes, places },
  )
}
