import type { Highlight as Marked, TextSpan } from '#core/article'
import { BLOCK } from '#ui/markup.ts'
import { flash } from './jump.ts'
import { showAround, type Arrival } from './places-on-page.ts'
import { blocksById, rangesIn } from './text-on-page.ts'

/**
 * Paints highlights over the text without touching it. Loaded with the first of them. A book may
 * have a hundred thousand: then only those near the window are painted, as it moves.
 */
export interface Painter {
  /** Paints exactly these, apart from the one that was gone to. */
  readonly paint: (highlights: readonly Marked[]) => void
  /** Shows a highlight: what hides it, its place, and that it is the one. */
  readonly goTo: (highlight: Marked, page: Pick<Arrival, 'layersInText' | 'reveal'>) => void
  /** Nothing is gone to any more. */
  readonly leave: () => void
}

/** So many spans are painted at once, wherever they are. */
const FEW = 1000
/** Where else what is near the window is looked for: parts of the page that come and go as a whole. */
const PARTS = '.section, .endnotes li'
const NEAR = '100% 0px'
/** A share of the window: below its head, and above what may cover its lower half. */
const COMFORTABLE = { from: 0.08, to: 0.45, aim: 0.25 }

export function createPainter(root: HTMLElement, original: string): Painter {
  const blocks = blocksById(root)
  const kinds = new Set<string>()
  let watch: IntersectionObserver | null = null

  const rangesOf = (layer: string, spans: readonly TextSpan[]): readonly Range[] => {
    const ranges: Range[] = []
    let block: string | null = null
    let rangeOf: ReturnType<typeof rangesIn> = () => null
    for (const span of spans) {
      if (span.block !== block) {
        block = span.block
        const element = blocks.get(block)
        rangeOf = element === undefined ? () => null : rangesIn(element, layer, original)
      }
      const range = rangeOf(span.start, span.end)
      if (range !== null) ranges.push(range)
    }
    return ranges
  }

  const paintNear = (highlights: readonly Marked[]) => {
    const parts = new Map<Element, { layer: string; kind: string; spans: TextSpan[] }[]>()
    for (const { layer, kind, spans } of highlights) {
      for (const span of spans) {
        const part = blocks.get(span.block)?.closest(PARTS)
        if (part === null || part === undefined) continue
        const marks = parts.get(part) ?? []
        parts.set(part, marks)
        const last = marks.at(-1)
        if (last?.layer === layer && last.kind === kind) last.spans.push(span)
        else marks.push({ layer, kind, spans: [span] })
      }
    }
    const painted = new Map<Element, readonly { kind: string; range: Range }[]>()
    watch = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          for (const { kind, range } of painted.get(target) ?? []) registered(kind).delete(range)
          painted.delete(target)
          if (!isIntersecting) continue
          const marks = (parts.get(target) ?? []).flatMap(({ layer, kind, spans }) =>
            rangesOf(layer, spans).map((range) => ({ kind, range })),
          )
          for (const { kind, range } of marks) registered(kind).add(range)
          painted.set(target, marks)
        }
      },
      { rootMargin: NEAR },
    )
    for (const part of parts.keys()) watch.observe(part)
  }

  return {
    paint(highlights) {
      if (!canPaint()) return
      watch?.disconnect()
      watch = null
      for (const kind of kinds) registered(kind).clear()
      for (const { kind } of highlights) kinds.add(kind)
      const total = highlights.reduce((sum, { spans }) => sum + spans.length, 0)
      if (total > FEW) {
        paintNear(highlights)
        return
      }
      for (const { layer, kind, spans } of highlights) {
        for (const range of rangesOf(layer, spans)) registered(kind).add(range)
      }
    },
    goTo({ kind, layer, spans }, page) {
      const [range] = rangesOf(layer, spans)
      const place = range?.startContainer.parentElement
      if (range === undefined || place === null || place === undefined) return
      showAround(page, place)
      if (canPaint()) {
        const current = registered(kind)
        current.clear()
        current.priority = 1
        current.add(range)
      } else flash(place.closest(BLOCK) ?? place)
      scrollTo(range)
      // Parts of a book that were never in view get their true size only now.
      requestAnimationFrame(() => {
        scrollTo(range)
      })
    },
    leave() {
      if (canPaint()) registered(CURRENT).clear()
    },
  }
}

const CURRENT = 'current-hit'

function canPaint(): boolean {
  return 'highlights' in CSS
}

function registered(kind: string): Highlight {
  const known = CSS.highlights.get(kind)
  if (known !== undefined) return known
  const fresh = new Highlight()
  CSS.highlights.set(kind, fresh)
  return fresh
}

/** What is in the upper half already stays where it is. */
function scrollTo(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect()
  const { innerHeight } = window
  if (top >= innerHeight * COMFORTABLE.from && bottom <= innerHeight * COMFORTABLE.to) return
  window.scrollBy({ top: top - innerHeight * COMFORTABLE.aim, behavior: 'instant' })
}
