import { SEGMENT_CLASSES } from '#core/importer'
import * as words from '#words/importer'
import type { KeyboardEvent, ReactNode } from 'react'
import type { DraftSegment, SegmentClass } from '../model.ts'
import { reasonOf } from './cue-sentence.ts'
import { TextField } from './TextField.tsx'

/** What can be done to the blocks that are chosen. */
export interface BlockActions {
  readonly assign: (segmentClass: SegmentClass) => void
  readonly setVoice: (voice: string) => void
  readonly settle: () => void
  readonly split: () => void
  readonly join: () => void
  readonly setLost: (what: DraftSegment['lost']) => void
  readonly toggleSection: () => void
}

interface InspectorProps {
  readonly current: DraftSegment
  readonly index: number
  readonly count: number
  /** How many blocks are chosen. */
  readonly chosen: number
  readonly isSection: boolean
  /** Whether there is room for everything at once. */
  readonly isWide: boolean
  readonly voices: readonly string[]
  readonly actions: BlockActions
  /** Back to the block. */
  readonly onLeave: () => void
}

const LOSSES = ['link', 'insert', 'note'] as const

/** The block that has been chosen: what it is, why that was thought, and everything that can be done to it. */
export function Inspector(props: InspectorProps): ReactNode {
  const { current, index, count, chosen, isSection, isWide, voices, actions, onLeave } = props
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onLeave()
  }
  const more = (
    <div className="inspector-row">
      <label className="inspector-voice">
        <span>{words.voice}</span>
        <TextField
          key={current.key}
          id="importer.voice"
          value={current.voice ?? ''}
          list="importer.voices"
          title={words.voiceHint}
          onValue={actions.setVoice}
          onEnter={onLeave}
        />
      </label>
      <datalist id="importer.voices">
        {voices.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <label className="inspector-lost">
        <span>{words.markLost}</span>
        <select
          value={current.lost ?? ''}
          onChange={({ currentTarget }) => {
            actions.setLost(LOSSES.find((what) => what === currentTarget.value) ?? null)
          }}
        >
          <option value="">{words.nothingLost}</option>
          {LOSSES.map((what) => (
            <option key={what} value={what}>
              {words.lostNames[what]}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
  return (
    <section className="inspector" aria-label={words.theBlock} onKeyDown={leave}>
      <p className="inspector-where">
        {chosen > 1 ? words.selectedBlocks(chosen) : words.blockOf(index + 1, count)}
        <span className="inspector-why">
          {current.isSettled ? words.settled : (words.confidences[current.confidence] ?? '')}
          {': '}
          {reasonOf(current)}
        </span>
      </p>
      <fieldset className="classes">
        <legend className="visually-hidden">{words.whatIsIt}</legend>
        {SEGMENT_CLASSES.map((name, at) => (
          <label key={name} data-class={name} title={words.classHints[name]}>
            <input
              type="radio"
              name="importer.class"
              checked={current.class === name}
              onChange={() => {
                actions.assign(name)
              }}
            />
            <kbd aria-hidden="true">{at + 1}</kbd>
            <span>{words.classNames[name]}</span>
          </label>
        ))}
      </fieldset>
      {isWide && more}
      <div className="inspector-actions">
        <button type="button" disabled={current.isSettled} onClick={actions.settle}>
          {words.settle}
        </button>
        <button type="button" onClick={actions.split}>
          {words.split}
        </button>
        <button type="button" onClick={actions.join}>
          {words.join}
        </button>
        <button type="button" aria-pressed={isSection} onClick={actions.toggleSection}>
          {words.beginSection}
        </button>
      </div>
      {!isWide && (
        <details className="inspector-more">
          <summary>{words.moreAboutBlock}</summary>
          {more}
        </details>
      )}
    </section>
  )
}
