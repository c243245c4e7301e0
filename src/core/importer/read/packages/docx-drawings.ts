/** Counts the drawings of which nothing is read: pictures. A box of words is a drawing, too, and so is a rule. */
export interface Drawings {
  readonly start: () => void
  /** What is in the open ones is read. */
  readonly setRead: () => void
  readonly end: (isDeleted: boolean) => void
  readonly left: () => number
}

export function countDrawings(): Drawings {
  const open: { isRead: boolean }[] = []
  let left = 0
  return {
    start: () => open.push({ isRead: false }),
    setRead: () => {
      for (const drawing of open) drawing.isRead = true
    },
    end: (isDeleted) => {
      if (open.pop()?.isRead === false && !isDeleted) left += 1
    },
    left: () => left,
  }
}
