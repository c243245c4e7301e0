import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readMaterial, separate } from '#core/importer'
import type { Material, Separation } from '#core/importer'

export const root = path.resolve(import.meta.dirname, '../../../..')

/** How many times more than usual a property is tried: `THOROUGHNESS=20 npx vitest run tests/unit/importer`. */
export const thoroughness = Number(process.env['THOROUGHNESS'] ?? 1)

export interface Told {
  readonly material: Material
  readonly separation: Separation
}

/** A file as it would be dropped in, with its voices told apart. */
export async function tell(text: string | Uint8Array, name: string): Promise<Told> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const material = await readMaterial({ type: 'file', bytes, name, mediaType: null })
  return { material, separation: separate(material) }
}

export function tellFile(...names: readonly string[]): Promise<Told> {
  const file = path.join(root, ...names)
  return tell(readFileSync(file), path.basename(file))
}

/** One line for a segment: its class and how it begins, with what is beside the words. */
export function voicesOf({ material, separation }: Told): readonly string[] {
  return separation.segments.map((segment) => {
    const words = material.text.slice(segment.from, segment.to).replace(/\s+/gu, ' ').trim()
    const notes = [segment.label, segment.state === 'whole' ? null : segment.state, segment.lost]
    const beside = notes.filter((note) => note !== null).join(' ')
    return `${segment.class}${beside === '' ? '' : ` (${beside})`}: ${words.slice(0, 48).trim()}`
  })
}

/** What is wrong with how segments stand in the text; null where nothing is. */
export function faultIn({ material, separation }: Told): string | null {
  let reached = 0
  for (const segment of separation.segments) {
    if (segment.from < reached) return `two segments at ${segment.from}`
    if (segment.to <= segment.from) return `an empty segment at ${segment.from}`
    if (material.text.slice(reached, segment.from).trim() !== '') return `words lost at ${reached}`
    reached = segment.to
  }
  if (material.text.slice(reached).trim() !== '') return `words lost at the end`
  let marked = 0
  for (const { from, to, definition } of separation.references) {
    if (from < marked || to <= from) return `a marker out of order at ${from}`
    marked = to
    if (definition === null) continue
    if (separation.segments[definition]?.class !== 'footnote-definition') {
      return `a marker at ${from} leads to what is no definition`
    }
  }
  return null
}

/** Who speaks in a text, one line for each segment: class, voice and how it begins; and what is known of it. */
export async function read(text: string, name = 'mail.txt') {
  const told = await tell(text, name)
  const fault = faultIn(told)
  if (fault !== null) throw new Error(fault)
  const { segments, about } = told.separation
  const spoken = segments
    .filter(({ class: is }) => is !== 'metadata' && is !== 'furniture')
    .map((segment) => {
      const words = told.material.text.slice(segment.from, segment.to).replace(/[\s>]+/gu, ' ')
      return `${segment.class}${segment.voice === null ? '' : ` (${segment.voice})`}: ${words.trim().slice(0, 24).trim()}`
    })
  return { spoken, about, told }
}
