/**
 * The way from a marker to its box that a pointer may take without the box closing: everything
 * inside the smallest convex shape around both.
 */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** `slack`: how far, in CSS pixels, each rectangle is widened first. */
export function isInCorridor(point: Point, from: Box, to: Box, slack: number): boolean {
  const hull = convexHull([...corners(from, slack), ...corners(to, slack)])
  return hull.every((corner, index) => {
    const next = hull[(index + 1) % hull.length] ?? corner
    return cross(corner, next, point) >= 0
  })
}

function corners(box: Box, slack: number): readonly Point[] {
  const [left, right] = [box.left - slack, box.right + slack]
  const [top, bottom] = [box.top - slack, box.bottom + slack]
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
}

/** Andrew's monotone chain; corners in counter-clockwise order of the plane (y downwards: clockwise on screen). */
function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].toSorted((a, b) => a.x - b.x || a.y - b.y)
  const lower = halfHull(sorted)
  const upper = halfHull(sorted.toReversed())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

function halfHull(points: readonly Point[]): readonly Point[] {
  const hull: Point[] = []
  for (const point of points) {
    for (;;) {
      const [a, b] = [hull.at(-2), hull.at(-1)]
      if (a === undefined || b === undefined || cross(a, b, point) > 0) break
      hull.pop()
    }
    hull.push(point)
  }
  return hull
}

/** Positive where `c` lies to the left of the way from `a` to `b`. */
function cross(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}
