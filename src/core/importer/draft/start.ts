import type { Draft, Material, Separation } from '../model.ts'
import { keyAt } from './segments.ts'

/** What the importer proposes, ready to be changed. */
export function startDraft(material: Material, separation: Separation): Draft {
  return {
    material,
    segments: separation.segments.map((segment) => ({
      ...segment,
      key: keyAt(segment.from),
      isSettled: false,
    })),
    references: separation.references,
    mended: separation.mended,
    about: separation.about,
    sections: [],
  }
}
