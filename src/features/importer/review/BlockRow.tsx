import * as words from '#words/importer'
import { memo, type ReactNode } from 'react'
import type { DraftSegment } from '../model.ts'
import { reasonOf } from './cue-sentence.ts'

interface BlockRowProps {
  readonly segment: DraftSegment
  /** The whole text that it is a stretch of. */
  readonly text: string
  readonly index: number
  readonly count: number
  /** Title of the section that begins here. */
  readonly section: string | undefined
  readonly isDoubtful: boolean
  readonly isFocused: boolean
  readonly isChosen: boolean
}

/** Characters of a block that are shown: nobody reads ten million to say whose they are. */
const HEAD = 1200
const TAIL = 200
const NAME = 80

/** A block of the input: what it is, who speaks, how sure that is, and its words. */
export const BlockRow = memo(function BlockRow(props: BlockRowProps): ReactNode {
  const { segment, text, index, section, isDoubtful, isFocused } = props
  const { from, to } = segment
  const isShort = to - from <= HEAD + TAIL
  const name = words.classNames[segment.class] ?? segment.class
  return (
    <div
      role="option"
      className="block"
      aria-selected={props.isChosen}
      aria-posinset={index + 1}
      aria-setsize={props.count}
      tabIndex={isFocused ? 0 : -1}
      data-index={index}
      data-class={segment.class}
      data-doubtful={isDoubtful ? '' : undefined}
      data-lost={segment.lost ?? undefined}
    >
      {section !== undefined && <p className="block-section">{section}</p>}
      <p className="block-label">
        <span className="block-class">{name}</span>
        {segment.voice !== null && (
          <span className="block-voice" dir="auto">
            {segment.voice.slice(0, NAME)}
          </span>
        )}
        {segment.label !== null && <span>{segment.label}</span>}
        {segment.state !== null && segment.state !== 'whole' && (
          <span>{words.states[segment.state]}</span>
        )}
        {isDoubtful && (
          <span className="block-doubt">
            {segment.confidence === 'sure'
              ? words.borderOpen
              : words.confidences[segment.confidence]}
          </span>
        )}
        {segment.isSettled && <span className="block-settled">{words.settled}</span>}
      </p>
      <p className="block-text" dir="auto">
        <span data-head="">{text.slice(from, isShort ? to : from + HEAD)}</span>
        {!isShort && (
          <>
            <span className="block-more">{words.moreOf(to - from - HEAD - TAIL)}</span>
            <span>{text.slice(to - TAIL, to)}</span>
          </>
        )}
      </p>
      {segment.lost !== null && (
        <p className="block-lost">{words.lostMark(words.lostNames[segment.lost] ?? '')}</p>
      )}
      {isDoubtful && <p className="block-why">{reasonOf(segment)}</p>}
    </div>
  )
})
