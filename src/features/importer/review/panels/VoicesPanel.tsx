import * as words from '#words/importer'
import type { ReactNode } from 'react'
import type { Draft } from '../../model.ts'
import { TextField } from '../TextField.tsx'

interface VoicesPanelProps {
  readonly draft: Draft
  readonly voices: readonly string[]
  readonly onRename: (from: string, to: string) => void
  readonly onShow: (key: string) => void
}

/** Everybody who speaks. A name that is given to two makes them one. */
export function VoicesPanel({ draft, voices, onRename, onShow }: VoicesPanelProps): ReactNode {
  if (voices.length === 0) return <p>{words.noVoices}</p>
  return (
    <>
      <p className="import-hint">{words.voicesHint}</p>
      <ul className="review-list">
        {voices.map((name) => {
          const spoken = draft.segments.filter(({ voice }) => voice === name)
          const [first] = spoken
          return (
            <li key={name}>
              <TextField
                value={name}
                label={words.voiceName(name)}
                onValue={(to) => {
                  if (to !== '') onRename(name, to)
                }}
              />
              <span className="review-count">{words.blocks(spoken.length)}</span>
              <button
                type="button"
                aria-label={`${words.showIt}: ${name}`}
                onClick={() => {
                  if (first !== undefined) onShow(first.key)
                }}
              >
                {words.showIt}
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
