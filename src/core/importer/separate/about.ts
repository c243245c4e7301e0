import type { AboutMaterial } from '../model.ts'
import { dateIn } from './dates.ts'
import { fold } from './fold.ts'
import { labelOf } from './labels.ts'
import { langOf } from './languages.ts'
import { asPhrase } from './phrases.ts'
import type { Sheet } from './sheet.ts'

const AUTHOR =
  /^(?:by|von|par|por|di|door|av|af|author|authors|autor|autora|auteur|auteurs|autore|автор|作者|著者|文|written by|words by|text by|escrito por|geschrieben von)(?!\p{Ll})/u
/** Whoever put a text where it was found is its author only where nobody else is named. */
const POSTER =
  /^(?:posted by|reposted by|shared by|uploaded by|publié par|publicado por|pubblicato da|eingestellt von|postato da|опубликовал|发布者|轉載自|投稿者)(?!\p{Ll})/u
const ADDRESS = /https?:\/\/[^\s<>"”’)\]]{4,500}/u
/** "You have just read the article entitled …": what a page says at its foot of what stands above. */
const ENTITLED =
  /\b(?:entitled|titled|by title|with the title|mit dem titel|intitulé|con el título|dal titolo|com o título|под названием|题为)[\s:：]{1,3}["“«„]?([^\n"”»“]{4,180}?)(?:["”»“]|[.!?](?:\s|$)|$)/iu

/** What is known about the text: from its head, and where that is silent, from its own lines. */
export function aboutOf(sheet: Sheet): AboutMaterial {
  const { material } = sheet
  const lines = sheet.parts.filter((part) => sheet.verdicts.get(part.at)?.class === 'metadata')
  const { authors, translators, published, url, lang } = material.about
  const foot = material.about.title === null || material.about.url === null ? footOf(sheet) : null
  const title =
    headingOf(sheet) ?? titleOfHead(sheet) ?? titleIn(sheet, lines) ?? foot?.title ?? null
  const single = lines.flatMap((part) => part.words.split('\n', 8))
  const posters = namesBehind(POSTER, single, title)
  const named = [authors, namesBehind(AUTHOR, single, title), nameInBiography(sheet), posters].find(
    (names) => names.length > 0,
  )
  const poster = posters.find((name) => named?.includes(name) !== true)
  return {
    title,
    authors: named ?? [],
    ...(translators === undefined ? {} : { translators }),
    ...(poster === undefined ? {} : { postedBy: poster }),
    published: published ?? firstOf(lines, (words) => dateIn(words)),
    url: url ?? firstOf(lines, addressIn) ?? foot?.url ?? null,
    lang: lang ?? langOf(material),
  }
}

function titleIn(sheet: Sheet, lines: Sheet['parts']): string | null {
  const titled = lines.find((part) => sheet.verdicts.get(part.at)?.cue === 'title')
  return titled?.words.trim() ?? null
}

/** The page's own heading of the first level: what its head calls it has the name of the site in it, too. */
function headingOf(sheet: Sheet): string | null {
  if (sheet.material.format !== 'html') return null
  const part = sheet.parts.find(({ at }) => sheet.verdicts.get(at)?.cue === 'title')
  if (part === undefined || part.fragment.kind !== 'heading' || part.fragment.depth !== 1)
    return null
  if (!sheet.page.isInBody(part) && part.linked > 0.5) return null
  const words = part.words.replace(/\s+/gu, ' ').trim()
  return words === '' ? null : words
}

/** Signs with which heads add the name of the site: "Title | Site", "Site – Title". */
const JOINT = /\s[-–—|·•«»:/]\s|[|｜]/gu
const MOST_HEADINGS = 200

/** What the head calls the text, without the name of the site where a heading over the text goes without it. */
function titleOfHead({ material, parts, page, verdicts }: Sheet): string | null {
  const { title } = material.about
  if (title === null || material.format !== 'html') return title
  const pieces = new Map(
    [...title.matchAll(JOINT)]
      .flatMap(({ index, 0: joint }) => [title.slice(0, index), title.slice(index + joint.length)])
      .map((piece) => [asPhrase(piece), piece.trim()] as const)
      .filter(([, piece]) => piece !== ''),
  )
  const isTitle = (at: number) => verdicts.get(at)?.cue === 'title'
  const own = parts
    .filter(({ fragment, at }) => fragment.kind === 'heading' || isTitle(at))
    .slice(0, MOST_HEADINGS)
    .filter(({ at }) => page.first < 0 || at <= page.first)
    .flatMap(({ at, words }) => {
      const piece = pieces.get(asPhrase(words))
      return piece === undefined ? [] : [{ at, piece }]
    })
  // The name of the site stands farther up.
  return (own.find(({ at }) => isTitle(at)) ?? own.at(-1))?.piece ?? title
}

/** A page that says at its foot what stands above, and mostly at which address. */
function footOf(sheet: Sheet): { readonly title: string; readonly url: string | null } | null {
  for (const part of sheet.parts.slice(-40)) {
    const kind = sheet.verdicts.get(part.at)?.class
    if (kind !== 'furniture' && kind !== 'metadata') continue
    const title = ENTITLED.exec(part.words.slice(0, 400))?.[1]?.trim()
    if (title !== undefined) return { title, url: addressIn(part.words) }
  }
  return null
}

function addressIn(words: string): string | null {
  return ADDRESS.exec(words.slice(0, 600))?.[0].replace(/[.,;:!?]+$/u, '') ?? null
}

/** The name with which the sentence about the author begins. */
function nameInBiography(sheet: Sheet): readonly string[] {
  for (const part of sheet.parts) {
    const found = sheet.verdicts.get(part.at)
    if (found?.cue === 'about-author-sentence' && found.found !== null) return [found.found]
  }
  return []
}

function firstOf(lines: Sheet['parts'], find: (words: string) => string | null): string | null {
  for (const part of lines) {
    const found = find(part.words.trim())
    if (found !== null) return found
  }
  return null
}

function namesBehind(
  openings: RegExp,
  lines: readonly string[],
  title: string | null,
): readonly string[] {
  for (const line of lines) {
    const folded = fold(line.slice(0, 120)).trim()
    const label = labelOf(line)
    const isLabelled =
      label !== null &&
      label.cue.class === 'metadata' &&
      openings.test(fold(label.found).replace(/^[\W_]{1,4}/u, ''))
    const opening = openings.exec(folded)
    if (!isLabelled && opening === null) continue
    const rest = isLabelled ? line.slice(label.end) : line.trim().slice(opening?.[0].length ?? 0)
    const name =
      withoutTitle(rest, title)
        .replace(/^[\s:：*_]{1,6}/u, '')
        .split(/ {2}|\t| [|·•»–—-] |\s(?=\S{1,12}[:：])|, ?\d|\(| on (?=\p{Lu})|\d/u, 1)[0]
        ?.trim() ?? ''
    if (name.length > 1 && name.length < 60)
      return name.split(/, | & | and | und | et | y | и |、/u).slice(0, 8)
  }
  return []
}

/** Some pages repeat the title right behind the name. */
function withoutTitle(words: string, title: string | null): string {
  const at = title === null ? -1 : words.toLowerCase().indexOf(title.toLowerCase())
  return at > 0 ? words.slice(0, at) : words
}
