import { withoutDirectionSigns } from '#core/article'
import type { Draft, DraftSegment, Stretch } from '../model.ts'
import { onOneLine, PlainText, wellFormed } from './plain.ts'

/*
 * What a draft is called, decided here for everyone who shows it: the review, the library, the reading
 * page and the command line.
 */

/** A title of other people's words is no longer than a line. */
const LONGEST_BEGINNING = 70

/**
 * What the draft says its title is; else the heading that the text opens with; else the first words of
 * the text, without the markers in them; "Dear all," opens nothing. Null where there are no words.
 */
export function titleOfDraft(draft: Draft, read?: PlainText): string | null {
  const title = titleIn(draft, read)
  return title === null ? null : withoutDirectionSigns(title) || null
}

function titleIn(draft: Draft, read?: PlainText): string | null {
  const said = onOneLine(wellFormed(draft.about.title ?? ''))
  if (said !== '') return said
  const plain = read ?? new PlainText(draft)
  const opening = draft.segments.find(
    (segment) => isOfText(segment) && onOneLine(plain.words(beginning(segment))) !== '',
  )
  const heading = opening?.class === 'heading' ? onOneLine(unmarked(draft, opening, plain)) : ''
  if (heading !== '') return heading
  const spoken = draft.segments.filter(({ class: is }) => is === 'original').slice(0, MOST_SEARCHED)
  const first =
    spoken.find((segment) => /[^,，،]$/u.test(onOneLine(unmarked(draft, segment, plain)))) ??
    opening
  return first === undefined ? null : beginningOf(unmarked(draft, first, plain))
}

function isOfText(segment: DraftSegment): boolean {
  return (
    segment.class !== 'metadata' &&
    segment.class !== 'furniture' &&
    segment.class !== 'footnote-definition'
  )
}

/** Words without the markers of notes between them; of a long segment, more than a title needs. */
function unmarked(draft: Draft, segment: DraftSegment, plain: PlainText): string {
  const end = beginning(segment).to
  const inside = draft.references.filter((one) => one.from >= segment.from && one.to <= end)
  let from = segment.from
  let words = ''
  for (const reference of inside.toSorted((a, b) => a.from - b.from)) {
    if (reference.from < from) continue
    words += plain.words({ from, to: reference.from })
    from = reference.to
  }
  return from < end ? words + plain.words({ from, to: end }) : words
}

/** As much of a segment as is looked at: one may be all of a book. */
function beginning({ from, to }: DraftSegment): Stretch {
  return { from, to: Math.min(to, from + LONGEST_SEARCHED) }
}

/** Of the segments; and of the characters of one. */
const MOST_SEARCHED = 50
const LONGEST_SEARCHED = 2000

function beginningOf(text: string): string | null {
  const line = onOneLine(text)
  if (line.length <= LONGEST_BEGINNING) return line === '' ? null : line
  const cut = line.slice(0, LONGEST_BEGINNING)
  const space = cut.lastIndexOf(' ')
  return `${wellFormed(space > LONGEST_BEGINNING / 2 ? cut.slice(0, space) : cut)}…`
}
