import * as words from '#words/importer'
import type { Draft } from '../model.ts'

/** What of the input could not be read, or not whole, in sentences. */
export function noticesOf({ material }: Draft): readonly string[] {
  return material.notices.flatMap(({ id, about }) => words.notices[id]?.(about ?? '') ?? [])
}
