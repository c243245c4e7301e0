import * as words from '#words/importer'
import { useMemo, type ReactNode } from 'react'
import type { Draft } from '../../model.ts'
import { TextField } from '../TextField.tsx'

interface VoicesPanelProps {
  readonly draft: Draft
  readonly voices: readonly string[]
  readonly onRename: (from: string, to: string) => void
  readonly onShow: (key: string) => void
}

/** Rows that are drawn: names may be found by the thousand where there are none. */
const MOST = 100

/** Everybody who speaks. A name that is given to two makes them one. */
export function VoicesPanel({ draft, voices, onRename, onShow }: VoicesPanelProps): ReactNode {
  const spoken = useMemo(() => spokenBy(draft), [draft])
  if (voices.length === 0) return <p>{words.noVoices}</p>
  return (
    <>
      <p className="import-hint">{words.voicesHint}</p>
      <ul className="review-list">
        {voices.slice(0, MOST).map((name) => {
          const { first, count } = spoken.get(name) ?? { first: '', count: 0 }
          return (
            <li key={name}>
              <TextField
                value={name}
                label={words.voiceName(name)}
                onValue={(to) => {
                  if (to !== '') onRename(name, to)
                }}
              />
              <span className="review-count">{words.blocks(count)}</span>
              <button
                type="button"
                aria-label={`${words.showIt}: ${name}`}
                onClick={() => {
                  onShow(first)
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

/** Of each voice: the block in which it speaks first, and in how many it does. */
function spokenBy(draft: Draft): ReadonlyMap<string, { first: string; count: number }> {
  const spoken = new Map<string, { first: string; count: number }>()
  for (const { voice, key } of draft.segments) {
    if (voice === null) continue
    const known = spoken.get(voice)
    if (known === undefined) spoken.set(voice, { first: key, count: 1 })
    else known.count += 1
  }
  return spoken
}
