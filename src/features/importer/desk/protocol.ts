import type { Article } from '#core/article'
import type {
  AboutMaterial,
  Draft,
  DraftSection,
  DraftSegment,
  Fragment,
  MaterialFormat,
  MendedAddress,
  Notice,
  Reference,
} from '../model.ts'
import type { Edit } from '../edits.ts'

/** What somebody brings in. */
export type Brought =
  | {
      readonly type: 'file'
      readonly bytes: Uint8Array<ArrayBuffer>
      readonly name: string | null
      readonly mediaType: string | null
      /** Where it was fetched from; null where it came from a disk. */
      readonly url: string | null
    }
  | { readonly type: 'paste'; readonly text: string; readonly html: string | null }

/** What the page asks of the desk. */
export type Asked =
  /** Reads something new and keeps its draft under this name. */
  | { readonly type: 'read'; readonly id: string; readonly brought: Brought }
  /** Takes up a draft that was kept. */
  | { readonly type: 'open'; readonly id: string }
  | { readonly type: 'edit'; readonly edit: Edit }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  /** The article near a segment, or all of it where it is short. */
  | { readonly type: 'preview'; readonly around: string | null }
  | { readonly type: 'suggest-sections' }
  /** Goes on with the draft under this name; what is kept under the one before stays as it is. */
  | { readonly type: 'keep-apart'; readonly id: string }
  /** Puts the article where it can be read. */
  | { readonly type: 'shelve' }
  /** Packs the article's folder into a file. */
  | { readonly type: 'pack' }
  /** Nothing is to come of either any more. */
  | { readonly type: 'stop' }

/** What changes the draft, here and on the desk. */
export const STEPS: ReadonlySet<string> = new Set([
  'edit',
  'undo',
  'redo',
] satisfies Asked['type'][])

/** What the desk answers. A draft comes in pieces, so that taking one over never holds the page up. */
export type Answered =
  | {
      readonly type: 'progress'
      readonly step: 'reading' | 'separating'
      /** 0 to 1. */
      readonly share: number
    }
  | ({ readonly type: 'head' } & DraftHead)
  | { readonly type: 'fragments'; readonly fragments: readonly Fragment[] }
  | { readonly type: 'segments'; readonly segments: readonly DraftSegment[] }
  | { readonly type: 'references'; readonly references: readonly Reference[] }
  | { readonly type: 'ready' }
  | { readonly type: 'preview'; readonly article: Article; readonly isWhole: boolean }
  | { readonly type: 'no-preview'; readonly reasons: readonly string[] }
  | { readonly type: 'sections'; readonly sections: readonly DraftSection[] }
  /** How much has been done of making an article, 0 to 1. */
  | { readonly type: 'making'; readonly share: number }
  | { readonly type: 'shelved'; readonly article: string }
  | { readonly type: 'not-shelved'; readonly reason: KeepingFault }
  | { readonly type: 'packed'; readonly file: PackedFile }
  /** It is no article yet, for reasons of the format. */
  | { readonly type: 'unfinished'; readonly reasons: readonly string[] }
  /** The draft has been changed meanwhile: what was being made of it would have been of an older one. */
  | { readonly type: 'outrun' }
  /** The draft is kept as it was after so many steps. */
  | { readonly type: 'kept'; readonly steps: number }
  | { readonly type: 'not-kept'; readonly reason: KeepingFault }
  /** Another tab has kept it since: here nothing more is kept of it, and it is not shelved. */
  | { readonly type: 'overtaken' }
  | { readonly type: 'failed'; readonly reason: string; readonly about: string | null }

export interface DraftHead {
  readonly id: string
  readonly format: MaterialFormat
  readonly text: string
  readonly ofMaterial: AboutMaterial
  readonly notices: readonly Notice[]
  readonly mended: readonly MendedAddress[]
  readonly about: AboutMaterial
  readonly sections: readonly DraftSection[]
}

/** An article as it is kept, shared and published. */
export interface ArticleFolder {
  readonly title: string
  readonly markdown: string
  readonly source: string
}

export interface PackedFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * Why a browser keeps nothing: it forbids it, has no room, another tab has a newer release, or a part of
 * this site that is needed for it cannot be loaded.
 */
export type KeepingFault = 'unavailable' | 'full' | 'outdated' | 'unreachable'

export type Keeping<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: KeepingFault }

/** A draft as it is kept. Its revisions count from one; none is 0. */
export interface RevisedDraft {
  readonly draft: Draft
  readonly revision: number
}

/** Another tab has kept a newer revision than the one that was gone on with. */
export interface Overtaken {
  readonly ok: false
  readonly reason: 'overtaken'
}

/** One end of the line between page and desk. */
export interface Line<Out, In> {
  readonly send: (message: Out, transfer?: Transferable[]) => void
  readonly onMessage: (listener: (message: In) => void) => void
}

/** The desk as the page holds it. */
export interface DeskLine extends Line<Asked, Answered> {
  /** Called if it cannot be started, or breaks. */
  readonly onBroken: (listener: () => void) => void
  /** Whatever it is doing, it stops. */
  readonly end: () => void
}
