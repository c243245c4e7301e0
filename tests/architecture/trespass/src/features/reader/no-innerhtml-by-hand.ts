// … without React.
export function show(element: Element, html: string) {
  element.innerHTML = html
}
