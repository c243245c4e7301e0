import type { AboutMaterial, Material } from '../model.ts'
import { namesBehind } from './bylines.ts'
import { dateIn } from './dates.ts'
import { fold } from './fold.ts'
import { langOf } from './languages.ts'
import { asPhrase } from './phrases.ts'
import type { Message } from './mail/mail.ts'
import type { Part } from './part.ts'
import type { Sheet } from './sheet.ts'

const ADDRESS = /https?:\/\/[^\s<>"”’)\]]{4,500}/u
/** "You have just read the article entitled …": what a page says at its foot of what stands above. */
const ENTITLED =
  /\b(?:entitled|titled|by title|with the title|mit dem titel|intitulé|con el título|dal titolo|com o título|под названием|题为)[\s:：]{1,3}["“«„]?([^\n"”»“]{4,180}?)(?:["”»“]|[.!?](?:\s|$)|$)/iu

/** What is known about the text: from its head, and where that is silent, from its own lines. */
export function aboutOf(sheet: Sheet): AboutMaterial {
  const { material, mail } = sheet
  const lines = sheet.parts.filter((part) => sheet.verdicts.get(part.at)?.class === 'metadata')
  const body = sheet.parts.find(
    (part) => part.isSaid && sheet.verdicts.get(part.at)?.class === 'original',
  )
  const { authors, translators, published, url, lang } = material.about
  const foot = material.about.title === null || material.about.url === null ? footOf(sheet) : null
  const title =
    mail?.subject ??
    headingOf(sheet) ??
    titleOfHead(sheet) ??
    titleIn(sheet, lines) ??
    foot?.title ??
    null
  const single = lines.flatMap((part) => part.words.split('\n', 8))
  const posters = namesBehind('poster', single, title)
  const bylined = namesBehind('author', single, title)
  // What the head calls the author may be the site, which has only posted what somebody else wrote.
  const sites = bylined.length > 0 ? authors.filter((name) => isSites(material, name, posters)) : []
  const heads = authors.filter((name) => !sites.includes(name))
  const named = (
    mail === null
      ? [heads, bylined, nameInBiography(sheet), posters]
      : [
          namesOf(mail.text),
          mail.isSentOn ? [] : namesOf(mail.top),
          heads,
          bylined,
          nameInBiography(sheet),
          posters,
        ]
  ).find((names) => names.length > 0)
  const poster = (mail?.isSentOn === true ? namesOf(mail.top) : [...posters, ...sites]).find(
    (name) => named?.includes(name) !== true,
  )
  // When the other mails were sent is no date of this one.
  const own = lines.filter(
    (part) => mail?.places.has(part.at) !== true && !isOfLetter(sheet, part, body?.at ?? 0),
  )
  return {
    title,
    authors: named ?? [],
    ...(translators === undefined ? {} : { translators }),
    ...(poster === undefined ? {} : { postedBy: poster }),
    ...(poster === undefined || mail?.isSentOn !== true ? {} : { postedOn: mail.top.date }),
    published: published ?? mail?.text.date ?? firstOf(own, (words) => dateIn(words)),
    url: url ?? firstOf(lines, addressIn) ?? foot?.url ?? null,
    lang: lang ?? langOf(material),
  }
}

/** Whether a line belongs to a letter that the text quotes, or shows below its beginning with its head. */
function isOfLetter({ verdicts }: Sheet, { at }: Part, body: number): boolean {
  const cues = [at, at - 1, at + 1].map((one) => verdicts.get(one)?.cue)
  return cues[0] === 'attribution' || (at > body && cues.includes('mail-header'))
}

/** Whether a name in the head is that of the site, or of whoever says that he posted the text. */
function isSites({ about }: Material, name: string, posters: readonly string[]): boolean {
  const folded = fold(name).trim()
  const title = fold(about.title ?? '')
  const beside =
    title.length > folded.length &&
    ((title.endsWith(folded) && /[-|·:/_] ?$/u.test(title.slice(0, -folded.length))) ||
      (title.startsWith(folded) && /^ ?[-|·:/_]/u.test(title.slice(folded.length))))
  return beside || [about.site ?? '', ...posters].some((one) => fold(one).trim() === folded)
}

const namesOf = ({ sender }: Message): readonly string[] => (sender === null ? [] : [sender])

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
