import {
  directionOf,
  trustLayerId,
  type Article,
  type Hand,
  type Layer,
  type LayerId,
  webAddress,
} from '#core/article'
import { isoDateIn } from '../calendar.ts'
import type { AboutMaterial, Draft, DraftSegment } from '../model.ts'
import { onOneLine, wellFormed } from './plain.ts'
import type { DraftSentences } from './sentences.ts'

/*
 * What an article's front matter says, from what the input said of itself and from who speaks in it.
 */

/** Names of those who comment or explain, each a layer of its own; null is a voice that nobody knows. */
export interface Speakers {
  readonly layers: readonly Layer[]
  readonly layerOf: (segment: DraftSegment) => LayerId
}

export function speakersOf(
  draft: Draft,
  authors: readonly string[],
  sentences: DraftSentences,
): Speakers {
  const original: Layer = {
    id: trustLayerId('original'),
    kind: 'original',
    label: sentences.original,
    voice: authors.length === 0 ? null : authors.join(', '),
    shown: true,
  }
  const byVoice = new Map<string, Layer>()
  const layers: Layer[] = [original]
  for (const kind of ['commentary', 'background'] as const) {
    const names = new Set(
      draft.segments.filter((one) => kindOf(one) === kind && !isAuthors(one, authors)).map(voiceOf),
    )
    const stem = kind === 'commentary' ? 'comments' : 'background'
    for (const [index, voice] of [...names].entries()) {
      const layer: Layer = {
        id: trustLayerId(index === 0 ? stem : `${stem}-${index + 1}`),
        kind,
        label: sentences[stem](names.size > 1 ? voice : null),
        voice,
        shown: true,
      }
      layers.push(layer)
      byVoice.set(`${kind} ${voice ?? ''}`, layer)
    }
  }
  return {
    layers,
    layerOf: (segment) =>
      (byVoice.get(`${layerKindOf(segment)} ${voiceOf(segment) ?? ''}`) ?? original).id,
  }
}

/** A mail that another quotes is spoken by who sent it, as a comment is by who makes it. */
function kindOf(segment: DraftSegment): DraftSegment['class'] {
  return isQuotedMail(segment) ? 'commentary' : segment.class
}

/** A line that says whom somebody quotes is that one's, if he has a layer. */
function layerKindOf(segment: DraftSegment): DraftSegment['class'] {
  return segment.cue.id === 'attribution' ? 'commentary' : kindOf(segment)
}

/** Whether words are quoted from the mail of somebody whose name is known. */
export function isQuotedMail({ class: is, cue, voice }: DraftSegment): boolean {
  return is === 'quote' && cue.id === 'mail-sender' && voice !== null
}

/** Whether an author is quoted in an answer to him, which makes him no commentator. */
function isAuthors(segment: DraftSegment, authors: readonly string[]): boolean {
  return isQuotedMail(segment) && authors.includes(voiceOf(segment) ?? '')
}

function voiceOf({ voice }: DraftSegment): string | null {
  return cleaned(voice)
}

function cleaned(text: string | null): string | null {
  const clean = onOneLine(wellFormed(text ?? ''))
  return clean === '' ? null : clean
}

type Facts = Pick<
  Article,
  'title' | 'summary' | 'lang' | 'dir' | 'authors' | 'hands' | 'series' | 'source'
>

/** Everything that stands before the text. */
export function factsOf(
  about: AboutMaterial,
  known: string | null,
  layers: readonly Layer[],
  sentences: DraftSentences,
): Facts {
  const title = known ?? sentences.untitled
  const authors = authorsOf(about)
  const commentators = layers.filter(({ kind }) => kind === 'commentary')
  const names = commentators.flatMap(({ voice }) => (voice === null ? [] : [voice]))
  const poster = cleaned(about.postedBy ?? null)
  const posters = poster === null || authors.includes(poster) ? [] : [poster]
  const lang = languageOf(about.lang)
  const hand = (role: Hand['role'], name: string): Hand => ({
    role,
    name,
    did: null,
    date: null,
    url: null,
  })
  return {
    title,
    summary: sentences.summary(title, authors, names),
    lang,
    dir: directionOf(lang),
    authors,
    hands: [
      ...authors.map((name) => hand('author', name)),
      ...namesOf(about.translators ?? []).map((name) => hand('translator', name)),
      ...names.map((name) => hand('commentator', name)),
      ...posters.map((name) => ({
        ...hand('poster', name),
        date: isoDateIn(about.postedOn ?? about.published ?? ''),
        url: webAddress(about.url),
      })),
    ],
    series: null,
    source: {
      title,
      url: webAddress(about.url),
      published: isoDateIn(about.published ?? ''),
      rights: sentences.rights,
    },
  }
}

export function authorsOf(about: AboutMaterial): readonly string[] {
  return namesOf(about.authors)
}

function namesOf(found: readonly string[]): readonly string[] {
  return [...new Set(found.map(cleaned).filter((name) => name !== null))]
}

function languageOf(lang: string | null): string {
  const tag = lang?.trim().replaceAll('_', '-') ?? ''
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,8}$/u.test(tag)) return DEFAULT_LANGUAGE
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? DEFAULT_LANGUAGE
  } catch {
    return DEFAULT_LANGUAGE
  }
}

const DEFAULT_LANGUAGE = 'en'
