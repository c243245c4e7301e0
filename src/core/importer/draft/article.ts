import {
  trustLayerId,
  trustPlaceId,
  trustSlug,
  type Article,
  type Footnote,
  type Layer,
} from '#core/article'
import type { Draft } from '../model.ts'
import { authorsOf, factsOf, speakersOf } from './facts.ts'
import { withCapitals } from './capitals.ts'
import { LineReader, readable } from './lines.ts'
import { ownNotation, planNotes, type NotePlan } from './notes.ts'
import { paragraph } from './passages.ts'
import { PlainText } from './plain.ts'
import { footnoteTable } from './questions.ts'
import type { DraftSentences } from './sentences.ts'
import { sourceText } from './source-text.ts'
import { TextWriter } from './text.ts'
import { titleOfDraft } from './title.ts'

export interface DraftedArticle {
  /** Without ids yet: they come from the words when it is written and read again. */
  readonly article: Article
  /** What `source.txt` holds: the words of the input, without the syntax around them. */
  readonly source: string
}

export interface DraftOptions {
  /** The article's name. */
  readonly slug: string
  readonly sentences: DraftSentences
}

/**
 * The article that a draft makes, and the source it is held against. Every word of the source is in
 * exactly one place of the article.
 */
export function draftArticle(draft: Draft, { slug, sentences }: DraftOptions): DraftedArticle {
  const plain = new PlainText(draft)
  const notes = planNotes(draft, plain)
  const authors = authorsOf(draft.about)
  const speakers = speakersOf(draft, authors, sentences)
  const lines = new LineReader(draft, plain, notes)
  const title = titleOfDraft(draft, plain)
  const { sections, credits, omissions } = new TextWriter({
    draft,
    plain,
    notes,
    lines,
    speakers,
    sentences,
    title,
  }).write()
  const footnotes = footnotesOf(draft, notes, lines, speakers.layers, sentences)
  const facts = factsOf(draft.about, title, speakers.layers, sentences)
  const { notation } = notes
  const isPlain = notation.marker === '[#]' && notation.definition === '[#]'
  const article: Article = {
    slug: trustSlug(slug),
    ...facts,
    source: isPlain ? facts.source : { ...facts.source, notation },
    layers: [...speakers.layers, ...(footnotes.length > 0 ? [markersLayer(sentences)] : [])],
    names: [],
    sections,
    footnotes,
    credits,
    omissions,
    aliases: {},
  }
  return { article: withCapitals(article, sentences), source: sourceText(draft, plain, notes) }
}

function markersLayer(sentences: DraftSentences): Layer {
  return {
    id: trustLayerId('footnotes'),
    kind: 'footnotes',
    label: sentences.footnotes,
    voice: null,
    shown: true,
  }
}

function footnotesOf(
  draft: Draft,
  plan: NotePlan,
  lines: LineReader,
  [original]: readonly Layer[],
  sentences: DraftSentences,
): readonly Footnote[] {
  if (original === undefined) return []
  const there = plan.notes.map((note): Footnote => {
    const notation = ownNotation(note, plan.notation)
    return {
      id: trustPlaceId(note.label),
      label: note.label,
      status: note.status,
      remark: null,
      ...(notation === undefined ? {} : { notation }),
      layer: original.id,
      lang: null,
      blocks: note.parts
        .map((part) => readable(lines.line(part, { withBreaks: false })))
        .filter((children) => children.length > 0)
        .map(paragraph),
    }
  })
  const labels = new Set(there.map(({ label }) => label))
  const lost = footnoteTable(draft)
    .missing.filter((label) => !labels.has(label))
    .map((label): Footnote => ({
      id: trustPlaceId(label),
      label,
      status: 'lost',
      remark: sentences.missingNote,
      layer: original.id,
      lang: null,
      blocks: [],
    }))
  return [...there, ...(there.length > 0 ? lost : [])]
}
