/**
 * A ref that takes the focus to what comes, once: always the same function, so that React does not call it
 * at every drawing.
 */
export function focus(element: HTMLElement | null): void {
  element?.focus()
}
