import { trustLayerId } from './ids.ts'
import type { Layer, LayerId, LayerKind } from './model.ts'
import { parameter } from './parameter.ts'

/**
 * Which layers are visible, as a link carries it and as a preset names it. The order of ids is
 * always the order of the article's layers, so that one state has one spelling.
 */

/** What deciding about visibility needs to know of a layer. */
export type LayerSwitchFacts = Pick<Layer, 'id' | 'shown'>

export type PresetName = 'as-posted' | 'author-only' | 'author-with-background' | 'what-was-added'

export function shownByDefault(layers: readonly LayerSwitchFacts[]): readonly LayerId[] {
  return layers.filter((layer) => layer.shown).map((layer) => layer.id)
}

/** `ids` in the article's order, without strangers and repetitions. */
export function inOrder(
  layers: readonly LayerSwitchFacts[],
  ids: ReadonlySet<string>,
): readonly LayerId[] {
  return layers.filter((layer) => ids.has(layer.id)).map((layer) => layer.id)
}

export function isSameSet(a: readonly LayerId[], b: readonly LayerId[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id))
}

export function toggled(
  layers: readonly LayerSwitchFacts[],
  visible: readonly LayerId[],
  id: LayerId,
): readonly LayerId[] {
  const next = new Set<string>(visible)
  if (!next.delete(id)) next.add(id)
  return inOrder(layers, next)
}

export interface LayersInLink {
  readonly visible: readonly LayerId[]
  /** Ids that this article does not have; the reader is told once. */
  readonly unknown: readonly string[]
}

/**
 * Reads the query of an address. Without the parameter the article's default holds; an empty
 * parameter means that nothing is visible. If only strangers are named, the default holds too: a
 * link from an older edition must not open an empty page.
 */
export function parseLayers(search: string, layers: readonly LayerSwitchFacts[]): LayersInLink {
  const value = parameter(search, LAYERS_PARAMETER)
  if (value === null) return { visible: shownByDefault(layers), unknown: [] }
  const wanted = new Set(value.split(',').filter((id) => id !== ''))
  const known = new Set<string>(layers.map((layer) => layer.id))
  const unknown = [...wanted].filter((id) => !known.has(id))
  const visible = inOrder(layers, wanted)
  if (visible.length === 0 && unknown.length > 0)
    return { visible: shownByDefault(layers), unknown }
  return { visible, unknown }
}

/** The inverse of `parseLayers`: `''` for the default, else `?layers=a,b`. */
export function formatLayers(
  visible: readonly LayerId[],
  layers: readonly LayerSwitchFacts[],
): string {
  if (isSameSet(visible, shownByDefault(layers))) return ''
  return `?${LAYERS_PARAMETER}=${inOrder(layers, new Set(visible)).join(',')}`
}

/** The layer of the author: every article has one, so null stands only for a list that is none. */
export function originalLayer<L extends { readonly id: LayerId; readonly kind: LayerKind }>(
  layers: readonly L[],
): LayerId | null {
  return layers.find((layer) => layer.kind === 'original')?.id ?? null
}

const LAYERS_PARAMETER = 'layers'

const PRESET_KINDS: Readonly<Record<Exclude<PresetName, 'as-posted'>, readonly LayerKind[]>> = {
  'author-only': ['original', 'footnotes'],
  'author-with-background': ['original', 'footnotes', 'background'],
  'what-was-added': ['commentary', 'background', 'capitals'],
}

export const PRESETS: readonly PresetName[] = [
  'as-posted',
  'author-only',
  'author-with-background',
  'what-was-added',
]

export function presetLayers(
  name: PresetName,
  layers: readonly Pick<Layer, 'id' | 'kind' | 'shown'>[],
): readonly LayerId[] {
  if (name === 'as-posted') return shownByDefault(layers)
  const kinds = PRESET_KINDS[name]
  return layers.filter((layer) => kinds.includes(layer.kind)).map((layer) => layer.id)
}

/**
 * The layers as one attribute of a page, for the script that runs before the first paint: ids in
 * order, with a minus before those that are hidden unless a link says otherwise.
 */
export function formatLayerList(layers: readonly LayerSwitchFacts[]): string {
  return layers.map((layer) => (layer.shown ? layer.id : `-${layer.id}`)).join(' ')
}

/** The inverse of `formatLayerList`. */
export function parseLayerList(list: string): readonly LayerSwitchFacts[] {
  return list
    .split(' ')
    .filter((entry) => entry !== '')
    .map((entry) => ({ id: trustLayerId(entry.replace(/^-/, '')), shown: !entry.startsWith('-') }))
}
