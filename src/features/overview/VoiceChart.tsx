import { chartOf, type Voice, type Voices } from '#core/overview'
import * as words from '#words/overview'
import type { ReactNode } from 'react'

/** In em: a line for the section's title, its bar, and the way to the next. */
const ROW = 2.9
const BAR_TOP = 1.45
const BAR = 0.85

/**
 * A bar for each section, as long as the section is, divided by voice. Colour, pattern and the order
 * of the parts say the same, so that none of them is needed.
 */
export function VoiceChart({ voices }: { voices: Voices }): ReactNode {
  const rows = chartOf(voices)
  const longest = Math.max(...rows.map(({ total }) => total), 1)
  const shares = voices.voices.map(({ label, share }) => words.shareOf(label, share))
  const height = `${(rows.length + 1) * ROW + 0.6}em`
  return (
    <figure className="chart">
      <Legend voices={voices.voices} />
      <svg
        className="chart-bars"
        role="img"
        aria-labelledby="chart.title"
        aria-describedby="chart.description"
        width="100%"
        height={height}
      >
        <title id="chart.title">{words.chartTitle}</title>
        <desc id="chart.description">{words.chartDescription(voices.total, shares)}</desc>
        <defs>
          {voices.voices.map((voice, at) => (
            <Pattern key={voice.id} voice={voice} at={at} />
          ))}
        </defs>
        <Row
          y={0}
          title={words.wholeText}
          counts={voices.voices.map((voice) => voice.words)}
          total={voices.total}
          longest={voices.total}
        />
        {rows.map((row, at) => (
          <Row
            key={row.from}
            y={(at + 1) * ROW + 0.6}
            title={
              row.from === row.to
                ? (row.title ?? words.beforeFirstHeading)
                : words.sectionRun(row.from, row.to)
            }
            counts={row.words}
            total={row.total}
            longest={longest}
          />
        ))}
      </svg>
    </figure>
  )
}

function Legend({ voices }: { voices: readonly Voice[] }): ReactNode {
  return (
    <ul className="chart-legend">
      {voices.map((voice, at) => (
        <li key={voice.id}>
          <svg className="chart-key" width="1.9em" height="0.85em" aria-hidden="true">
            <Piece at={at} x={0} width={100} y="0" />
          </svg>
          <span>
            <bdi>{words.voiceName(voice.label, voice.voice)}</bdi>
          </span>
          <span className="chart-share">
            {words.wordsInAll(voice.words)}, {words.share(voice.share)}
          </span>
        </li>
      ))}
    </ul>
  )
}

interface RowProps {
  readonly y: number
  readonly title: string
  readonly counts: readonly number[]
  readonly total: number
  /** What is as long as the figure is wide. */
  readonly longest: number
}

function Row({ y, title, counts, total, longest }: RowProps): ReactNode {
  const part = (count: number) => (100 * count) / Math.max(longest, 1)
  return (
    <svg y={`${y}em`} width="100%" height={`${ROW}em`}>
      <foreignObject width="100%" height={`${BAR_TOP}em`}>
        <div className="chart-label">
          <span dir="auto">{title}</span>
          <span>{words.number(total)}</span>
        </div>
      </foreignObject>
      {counts.map((count, at) => {
        const before = counts.slice(0, at).reduce((sum, other) => sum + other, 0)
        return (
          count > 0 && (
            <Piece key={at} at={at} x={part(before)} width={part(count)} y={`${BAR_TOP}em`} />
          )
        )
      })}
    </svg>
  )
}

interface PieceProps {
  readonly at: number
  readonly x: number
  readonly width: number
  readonly y: string
}

function Piece({ at, x, width, y }: PieceProps): ReactNode {
  const place = { x: percent(x), y, width: percent(width), height: `${BAR}em` }
  return <rect className="chart-piece" fill={`url(#voice-${at + 1})`} {...place} />
}

/** Exact enough for any screen, and short. */
function percent(part: number): string {
  return `${Number(part.toFixed(3))}%`
}

/** Full, hatched, dotted and so on, in the order of the voices, so that no two of six are alike. */
const DRAWINGS: readonly ReactNode[] = [
  <rect key="full" className="chart-ink" width="8" height="8" />,
  <path key="rising" className="chart-line" d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />,
  <g key="dots">
    <circle className="chart-ink" cx="2" cy="2" r="1.3" />
    <circle className="chart-ink" cx="6" cy="6" r="1.3" />
  </g>,
  <path key="level" className="chart-line" d="M0 2H8M0 6H8" />,
  <path key="falling" className="chart-line" d="M-2 6L2 10M0 0L8 8M6 -2L10 2" />,
  <path key="grid" className="chart-line" d="M0 4H8M4 0V8" />,
]

function Pattern({ voice, at }: { voice: Voice; at: number }): ReactNode {
  return (
    <pattern
      id={`voice-${at + 1}`}
      className="chart-pattern"
      data-kind={voice.kind}
      data-tone={voice.tone}
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
    >
      <rect className="chart-ground" width="8" height="8" />
      {DRAWINGS[at % DRAWINGS.length]}
    </pattern>
  )
}
