import type { DraftSegment } from '../model.ts'
import { isQuotedMail } from './facts.ts'
import type { Speaker } from './passages.ts'

/** In whose words a quotation stands, and in how many quotations there. */
export interface Quoted {
  readonly speaker: Speaker
  readonly depth: number
}

/** Nobody reads who quotes whom beyond these. */
const DEEPEST = 8

export function unquoted(speaker: Speaker): Quoted {
  return { speaker, depth: 0 }
}

interface Known {
  readonly depthOf: (segment: DraftSegment) => number
  readonly speakerOf: (segment: DraftSegment) => Speaker
}

/**
 * Who quotes whom, as a text goes on. Words of somebody unknown are a quotation in those of whoever
 * quotes him, never that one's own.
 */
export class Quoting {
  readonly #known: Known
  /** By the number of a segment, in how few quotations the words of its run of quotations stand. */
  readonly #least: ReadonlyMap<number, number>
  /** Who speaks for himself, and in how many quotations he does. */
  #own: Quoted
  /** Those whose mails he quotes, one in the other, the outermost first. */
  readonly #others: Quoted[] = []

  constructor(segments: readonly DraftSegment[], speaker: Speaker, known: Known) {
    this.#known = known
    this.#least = leastDepths(segments, known.depthOf)
    this.#own = unquoted(speaker)
  }

  /** Somebody speaks for himself from a segment on. */
  speak(speaker: Speaker, segment: DraftSegment): void {
    this.#own = { speaker, depth: this.#known.depthOf(segment) }
    this.#others.length = 0
  }

  /** In whose words a quotation stands, where `speaker` has spoken before. */
  quoted(segment: DraftSegment, index: number, speaker: Speaker): Quoted {
    const depth = this.#known.depthOf(segment)
    if (isQuotedMail(segment)) {
      this.#leave(depth)
      this.#others.push({ speaker: this.#known.speakerOf(segment), depth })
      return { speaker: this.#known.speakerOf(segment), depth: 1 }
    }
    if (segment.cue.id !== 'quoted') return { speaker, depth: 1 }
    this.#leave(depth)
    const other = this.#others.at(-1)
    // Where nobody is quoted less deep, a quotation in a quotation is no more than one.
    const least = other === undefined ? (this.#least.get(index) ?? 1) - 1 : 0
    return {
      speaker: other?.speaker ?? this.#own.speaker,
      depth: Math.max(1, Math.min(depth - Math.max(this.#around(), least), DEEPEST)),
    }
  }

  /** Who says whom he quotes below, and how deep he is quoted himself. */
  introduced(segment: DraftSegment): Quoted {
    const depth = this.#known.depthOf(segment)
    this.#leave(depth + 1)
    const own = segment.voice === null ? this.#own.speaker : this.#known.speakerOf(segment)
    return {
      speaker: this.#others.at(-1)?.speaker ?? own,
      depth: Math.max(0, Math.min(depth - this.#around(), DEEPEST)),
    }
  }

  /** In how many quotations he is quoted who quotes. */
  #around(): number {
    const other = this.#others.at(-1)
    return other === undefined ? this.#own.depth : other.depth - 1
  }

  #leave(depth: number): void {
    while ((this.#others.at(-1)?.depth ?? -1) >= depth) this.#others.pop()
  }
}

/** Whether markup says that words are quoted, but nothing says whose they are. */
function isUnknown(segment: DraftSegment): boolean {
  return segment.class === 'quote' && !isQuotedMail(segment)
}

function leastDepths(
  segments: readonly DraftSegment[],
  depthOf: (segment: DraftSegment) => number,
): ReadonlyMap<number, number> {
  const least = new Map<number, number>()
  let run: number[] = []
  let fewest = Infinity
  const close = (): void => {
    for (const index of run) least.set(index, fewest)
    run = []
    fewest = Infinity
  }
  for (const [index, segment] of segments.entries()) {
    if (isUnknown(segment)) {
      run.push(index)
      fewest = Math.min(fewest, depthOf(segment))
    } else if (segment.class !== 'furniture') close()
  }
  close()
  return least
}
