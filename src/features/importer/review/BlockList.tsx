import * as words from '#words/importer'
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import type { Draft, DraftSegment } from '../model.ts'
import { BlockRow } from './BlockRow.tsx'
import { scrollWithin } from './scroll-within.ts'
import { useNearChunks } from './use-near-chunks.ts'
import type { Choice } from './use-review.ts'

/** Blocks that are drawn, or not, together. */
const CHUNK = 30

interface BlockListProps {
  readonly draft: Draft
  readonly choice: Choice
  readonly doubts: ReadonlySet<string>
  /** Whether the block that is chosen takes the focus as it changes. */
  readonly takesFocus: boolean
  readonly onChoose: (index: number, isExtended: boolean) => void
  /** Where in the whole text somebody has clicked. */
  readonly onCaret: (offset: number) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** The text as it was, block by block. Of a book only what is near the window is drawn. */
export function BlockList(props: BlockListProps): ReactNode {
  const { draft, choice, doubts, takesFocus } = props
  const { segments, sections } = draft
  const list = useRef<HTMLDivElement>(null)
  const chunks = Math.ceil(segments.length / CHUNK)
  const near = useNearChunks(list, chunks)
  const titles = useMemo(() => new Map(sections.map(({ at, title }) => [at, title])), [sections])
  const focusedChunk = Math.floor(choice.at / CHUNK)

  // Layout belongs to the browser: where the choice goes, the window goes with it.
  const key = segments[choice.at]?.key
  useLayoutEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[tabindex="0"]')
    if (row === null || row === undefined) return
    if (takesFocus) row.focus({ preventScroll: true })
    if (list.current !== null) scrollWithin(list.current, row)
  }, [key, takesFocus])
  // What stood above may have been an estimate; after it is drawn, look again.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const row = list.current?.querySelector('[tabindex="0"]')
      if (list.current !== null && row) scrollWithin(list.current, row)
    })
    return () => {
      cancelAnimationFrame(frame)
    }
  }, [key])

  const [low, high] = [Math.min(choice.at, choice.from), Math.max(choice.at, choice.from)]
  return (
    <div
      ref={list}
      className="blocks"
      role="listbox"
      aria-multiselectable="true"
      aria-label={words.theInput}
      aria-describedby="importer.blocks-hint"
      tabIndex={-1}
      onKeyDown={props.onKeyDown}
      onMouseDown={(event) => {
        // The browser would select text instead of blocks.
        if (event.shiftKey) event.preventDefault()
      }}
      onClick={(event) => {
        const row = event.target instanceof Element ? event.target.closest('[role="option"]') : null
        const index = Number(row?.getAttribute('data-index') ?? Number.NaN)
        const segment = segments[index]
        if (segment === undefined) return
        props.onChoose(index, event.shiftKey)
        const caret = caretIn(row, segment)
        if (caret !== null) props.onCaret(caret)
      }}
    >
      {Array.from({ length: chunks }, (_, chunk) => {
        const first = chunk * CHUNK
        const some = segments.slice(first, first + CHUNK)
        const isDrawn = near === 'all' || near.has(chunk) || chunk === focusedChunk
        return (
          <div
            key={chunk}
            role="none"
            data-chunk={chunk}
            style={isDrawn ? undefined : { blockSize: `${estimate(some)}px` }}
          >
            {isDrawn &&
              some.map((segment, at) => {
                const index = first + at
                return (
                  <BlockRow
                    key={segment.key}
                    segment={segment}
                    text={draft.material.text}
                    index={index}
                    count={segments.length}
                    section={titles.get(segment.key)}
                    isDoubtful={doubts.has(segment.key)}
                    isFocused={index === choice.at}
                    isChosen={index >= low && index <= high}
                  />
                )
              })}
          </div>
        )
      })}
    </div>
  )
}

/** CSS pixels, roughly: how long the scroll bar is before anybody has looked. */
function estimate(segments: readonly DraftSegment[]): number {
  return segments.reduce(
    (sum, { from, to }) => sum + 56 + 22 * Math.ceil(Math.min(to - from, 1200) / 70),
    0,
  )
}

/** Where in the text a click has put the caret, as far as the block is shown whole. */
function caretIn(row: Element | null, segment: DraftSegment): number | null {
  const selection = document.getSelection()
  const node = selection?.anchorNode ?? null
  if (row === null || selection === null || node === null || !row.contains(node)) return null
  const isHead = node.parentElement?.matches('[data-head]') === true
  return isHead ? segment.from + selection.anchorOffset : null
}
