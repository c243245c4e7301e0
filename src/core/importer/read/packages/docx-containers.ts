import type { Container } from '../../model.ts'

/** The elements of a document that are open around its paragraphs: tables, boxes, notes. */
export interface OpenContainers {
  readonly push: (
    name: string,
    hints: readonly string[],
    more?: { readonly voice?: string | null; readonly isBoxed?: boolean },
  ) => void
  readonly pop: () => void
  readonly innermost: () => Container | null
}

export function openContainers(): OpenContainers {
  const open: Container[] = []
  const innermost = () => open.at(-1) ?? null
  return {
    push: (name, hints, { voice = null, isBoxed = false } = {}) => {
      const look = isBoxed ? { colour: null, background: null, isBoxed } : null
      open.push({ name, hints, voice, look, lang: null, parent: innermost() })
    },
    pop: () => {
      open.pop()
    },
    innermost,
  }
}
