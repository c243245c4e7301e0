/** Line breaks and the borders of cells are characters of the text but not of any text node. */
export function separatorBefore(element: Element): string {
  if (element.localName === 'br') return '\n'
  if (element.localName === 'td' || element.localName === 'th') {
    if (element.previousElementSibling !== null) return '\t'
    return isInFirstRow(element) ? '' : '\n'
  }
  return ''
}

function isInFirstRow(cell: Element): boolean {
  return cell.closest('table')?.querySelector('tr') === cell.parentElement
}
