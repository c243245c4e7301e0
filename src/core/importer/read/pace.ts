import { ImportError } from './import-error.ts'

/** How long work is told of, interrupted and stopped. */
export interface Pace {
  /** Between two steps: says how much is done (0 to 1), lets others work, stops if that is wished. */
  readonly step: (share: number) => Promise<void>
  /** The same for a part of the work: its 0 and 1 are `from` and `to` of the whole. */
  readonly part: (from: number, to: number) => Pace
}

export interface PaceOptions {
  readonly onProgress?: ((share: number) => void) | undefined
  readonly isCancelled?: (() => boolean) | undefined
  /** Lets other work in, so that a wish to stop can arrive: `() => new Promise(r => setTimeout(r))`. */
  readonly pause?: (() => Promise<void>) | undefined
}

/** @throws ImportError from its steps, once it is cancelled. */
export function paceOf({ onProgress, isCancelled, pause }: PaceOptions): Pace {
  let told = 0
  const pace = (from: number, to: number): Pace => ({
    step: async (share) => {
      // Parts that are unpacked first are read later: what was told is never taken back.
      told = Math.max(told, Math.min(1, from + (to - from) * share))
      onProgress?.(told)
      await pause?.()
      if (isCancelled?.() === true) throw new ImportError('cancelled')
    },
    part: (start, end) => pace(from + (to - from) * start, from + (to - from) * end),
  })
  return pace(0, 1)
}
