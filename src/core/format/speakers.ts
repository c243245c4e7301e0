import type { LayerId, LayerKind } from '#core/article'
import type { Directives } from 'mdast-util-directive'
import { sentences } from './messages.ts'
import { mintLayer } from './mint.ts'
import type { Reading } from './reading.ts'

/** The layer that a directive lets speak, among layers of these kinds. Null, with a message, where that cannot be said. */
export function spokenLayer(
  node: Directives,
  written: string | undefined,
  kinds: readonly LayerKind[],
  reading: Reading,
): LayerId | null {
  // With front matter that cannot be read, whatever is written is taken at its word.
  if (reading.layers === null) return mintLayer(written ?? 'original')
  const fitting = reading.layers
    .filter((layer) => kinds.includes(layer.kind))
    .map((layer) => layer.id)
  if (written !== undefined) {
    if (fitting.includes(written)) return mintLayer(written)
    const at = node.data?.position?.attributes?.['layer']?.start ?? node.position?.start
    reading.messages.tell(sentences.unknownLayer(written, fitting), at)
    return null
  }
  const only = fitting[0]
  if (kinds.length === 1 && fitting.length === 1 && only !== undefined) return mintLayer(only)
  const kind = kinds.length === 1 ? kinds[0] : undefined
  reading.tell(
    fitting.length === 0 && kind !== undefined
      ? sentences.noLayerOfKind(kind)
      : sentences.severalLayers(fitting),
    node,
  )
  return null
}

/** The author's own layer. */
export function originalLayer(reading: Reading): LayerId {
  return mintLayer(reading.layers?.find((layer) => layer.kind === 'original')?.id ?? 'original')
}
