/** Brings something into view in the box that scrolls it, and moves nothing else: the page stays where it is. */
export function scrollWithin(box: Element, element: Element): void {
  const [frame, target] = [box.getBoundingClientRect(), element.getBoundingClientRect()]
  const [x, y] = [
    distance(target.left, target.right, frame.left, frame.right),
    distance(target.top, target.bottom, frame.top, frame.bottom),
  ]
  if (x !== 0) box.scrollLeft += x
  if (y !== 0) box.scrollTop += y
}

/** CSS pixels left free around it. */
const MARGIN = 12

/** How far to go; what is longer than the box is shown from its beginning. */
function distance(start: number, end: number, from: number, to: number): number {
  const isLong = end - start > to - from - 2 * MARGIN
  if (start < from + MARGIN || isLong) return start < from || isLong ? start - from - MARGIN : 0
  return end > to ? end - to + MARGIN : 0
}
