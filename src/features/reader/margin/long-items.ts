import * as words from '#words/tools'
import { nameOf } from './items.ts'
import type { Measured } from './measure.ts'

/** The buttons that open long items. They lie over the items and not in them: nothing is added to the text. */
export interface LongItems {
  readonly draw: (measured: readonly Measured[], tops: readonly number[]) => void
  readonly buttonOf: (element: Element) => HTMLElement | null
  readonly itemOf: (target: Element) => HTMLElement | null
  readonly stop: () => void
}

export function createLongItems(
  column: HTMLElement,
  onPress: (element: HTMLElement) => void,
): LongItems {
  const buttons = new Map<HTMLElement, HTMLButtonElement>()
  const buttonFor = (element: HTMLElement): HTMLButtonElement => {
    const known = buttons.get(element)
    if (known !== undefined) return known
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'margin-open'
    button.setAttribute('aria-controls', element.id)
    button.addEventListener('click', () => {
      onPress(element)
    })
    buttons.set(element, button)
    return button
  }
  return {
    draw(measured, tops) {
      const long = new Set<HTMLElement>()
      let last: HTMLButtonElement | null = null
      for (const [index, { item, height, isLong }] of measured.entries()) {
        if (!isLong) continue
        long.add(item.element)
        const button = buttonFor(item.element)
        const isOpen = item.element.hasAttribute('data-opened')
        const name = nameOf(item)
        button.textContent = isOpen ? words.showLess : words.showAll
        button.setAttribute('aria-label', isOpen ? words.showLessOf(name) : words.showAllOf(name))
        button.setAttribute('aria-expanded', String(isOpen))
        button.style.top = `${(tops[index] ?? 0) + height}px`
        // In the order of reading; one that stands there already is left alone, or it would lose the focus.
        const next: ChildNode | null = last === null ? column.firstChild : last.nextSibling
        if (next !== button) column.insertBefore(button, next)
        last = button
      }
      for (const [element, button] of buttons) {
        if (long.has(element)) continue
        button.remove()
        buttons.delete(element)
      }
    },
    buttonOf: (element) => (element instanceof HTMLElement ? (buttons.get(element) ?? null) : null),
    itemOf: (target) => [...buttons].find(([, button]) => button.contains(target))?.[0] ?? null,
    stop() {
      column.replaceChildren()
      buttons.clear()
    },
  }
}
