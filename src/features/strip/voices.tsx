import type { LayerFacts, LayerId, LayerKind, Segment } from '#core/article'
import { drawVoices, type Axis } from '#core/strip'
import type { ReactNode } from 'react'

/** Units across a strip, which are CSS pixels where it is drawn. */
export const BREADTH = 8
/** How much is left of what is hidden. */
export const DIMMED = 0.25

/** How a voice is drawn: as in the text, each has a shape beside its colour. */
interface Shape {
  readonly colour: string
  readonly breadth: number
  /** Where across the strip its strokes run. Two make a double line. */
  readonly lanes: readonly number[]
  readonly dashes?: string
}

const PLAIN: Shape = { colour: '--ink-soft', breadth: 2, lanes: [4] }
/** For each kind the first voice and the second; the third is drawn like the first. */
const SHAPES: Readonly<Record<LayerKind, readonly Shape[]>> = {
  original: [PLAIN],
  commentary: [
    { colour: '--ochre', breadth: 8, lanes: [4] },
    { colour: '--rust', breadth: 8, lanes: [4], dashes: '3 1' },
  ],
  background: [
    { colour: '--teal', breadth: 3, lanes: [1.5, 6.5] },
    { colour: '--teal', breadth: 3, lanes: [1.5, 6.5], dashes: '3 1' },
  ],
  footnotes: [PLAIN],
  capitals: [PLAIN],
}

function shapeOf(layers: readonly LayerFacts[], id: LayerId): Shape {
  const kind = layers.find((layer) => layer.id === id)?.kind ?? 'original'
  const shapes = SHAPES[kind]
  const tone = layers.filter((layer) => layer.kind === kind).findIndex((layer) => layer.id === id)
  return shapes[tone % shapes.length] ?? PLAIN
}

interface VoicesProps {
  readonly layers: readonly LayerFacts[]
  readonly segments: readonly Segment[]
  readonly axis: Axis
  /** The layers that are shown; the others are dimmed. */
  readonly visible?: readonly LayerId[]
}

/** Who speaks where, as one path for each voice. Stands in an `svg` that stretches it. */
export function Voices({ layers, segments, axis, visible }: VoicesProps): ReactNode {
  const paths = drawVoices(segments, axis, (id) => shapeOf(layers, id).lanes)
  return paths.map(({ layer, d }) => {
    const { colour, breadth, dashes } = shapeOf(layers, layer)
    return (
      <path
        key={layer}
        d={d}
        data-voice={layer}
        fill="none"
        stroke={`var(${colour})`}
        strokeWidth={breadth}
        strokeDasharray={dashes}
        opacity={visible === undefined || visible.includes(layer) ? undefined : DIMMED}
        vectorEffect="non-scaling-stroke"
      />
    )
  })
}
