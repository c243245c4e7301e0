import {
  assign,
  join,
  markLost,
  relink,
  renameVoice,
  setAbout,
  setSection,
  setVoice,
  settle,
  split,
} from '#core/importer'
import type { AboutMaterial, Draft, DraftSection, DraftSegment, SegmentClass } from './model.ts'

/**
 * What a person does to a draft, as data: the page and the desk beside it each do it to their own
 * copy, and the two stay the same.
 */
export type Edit =
  | { readonly type: 'assign'; readonly keys: readonly string[]; readonly class: SegmentClass }
  | { readonly type: 'voice'; readonly keys: readonly string[]; readonly voice: string | null }
  /** To a name that is there already: the two become one. */
  | { readonly type: 'rename-voice'; readonly from: string; readonly to: string }
  | { readonly type: 'split'; readonly key: string; readonly offset: number }
  | { readonly type: 'join'; readonly key: string }
  | { readonly type: 'lost'; readonly key: string; readonly what: DraftSegment['lost'] }
  | { readonly type: 'settle'; readonly keys: readonly string[] }
  | { readonly type: 'about'; readonly about: Partial<AboutMaterial> }
  | { readonly type: 'section'; readonly key: string; readonly title: string | null }
  | { readonly type: 'sections'; readonly sections: readonly DraftSection[] }
  | { readonly type: 'relink'; readonly reference: number; readonly key: string | null }

/** The draft after an edit; the same one where the edit changes nothing. */
export function editDraft(draft: Draft, edit: Edit): Draft {
  switch (edit.type) {
    case 'assign':
      return assign(draft, edit.keys, edit.class)
    case 'voice':
      return setVoice(draft, edit.keys, edit.voice)
    case 'rename-voice':
      return renameVoice(draft, edit.from, edit.to)
    case 'split':
      return split(draft, edit.key, edit.offset)
    case 'join':
      return join(draft, edit.key)
    case 'lost':
      return markLost(draft, edit.key, edit.what)
    case 'settle':
      return settle(draft, edit.keys)
    case 'about':
      return setAbout(draft, edit.about)
    case 'section':
      return setSection(draft, edit.key, edit.title)
    case 'sections':
      return edit.sections.reduce((now, { at, title }) => setSection(now, at, title), draft)
    case 'relink':
      return relink(draft, edit.reference, edit.key)
  }
}
