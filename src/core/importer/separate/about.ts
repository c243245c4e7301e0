import type { AboutMaterial, Material } from '../model.ts'
import { dateIn } from './dates.ts'
import { fold } from './fold.ts'
import { labelOf } from './labels.ts'
import type { Sheet } from './sheet.ts'

const AUTHOR =
  /^(?:by|von|par|por|di|door|av|af|author|authors|autor|autora|auteur|auteurs|autore|автор|作者|著者|文|posted by|written by|words by|text by|publié par|publicado por|escrito por|pubblicato da|geschrieben von|eingestellt von|postato da)\b/u
const ADDRESS = /https?:\/\/[^\s<>"”’)\]]{4,500}/u

/** What is known about the text: from its head, and where that is silent, from its own lines. */
export function aboutOf(sheet: Sheet): AboutMaterial {
  const { material } = sheet
  const lines = sheet.parts.filter((part) => sheet.verdicts.get(part.at)?.class === 'metadata')
  const { title, authors, published, url, lang } = material.about
  const titled = lines.find((part) => sheet.verdicts.get(part.at)?.cue === 'title')
  return {
    title: title ?? titled?.words.trim() ?? null,
    authors:
      authors.length > 0 ? authors : authorsIn(lines.flatMap((part) => part.words.split('\n', 8))),
    published: published ?? firstOf(lines, (words) => dateIn(words)),
    url: url ?? firstOf(lines, (words) => ADDRESS.exec(words.slice(0, 600))?.[0] ?? null),
    lang: lang ?? langOf(material),
  }
}

function firstOf(lines: Sheet['parts'], find: (words: string) => string | null): string | null {
  for (const part of lines) {
    const found = find(part.words.trim())
    if (found !== null) return found
  }
  return null
}

function authorsIn(lines: readonly string[]): readonly string[] {
  for (const line of lines) {
    const folded = fold(line.slice(0, 120)).trim()
    const label = labelOf(line)
    const isLabelled =
      label !== null &&
      label.cue.class === 'metadata' &&
      AUTHOR.test(fold(label.found).replace(/^[\W_]{1,4}/u, ''))
    const opening = AUTHOR.exec(folded)
    if (!isLabelled && opening === null) continue
    const rest = isLabelled ? line.slice(label.end) : line.trim().slice(opening?.[0].length ?? 0)
    const name =
      rest
        .replace(/^[\s:：*_]{1,6}/u, '')
        .split(/ {2}|\t| [|·•–—-] |, ?\d|\(| on (?=\p{Lu})|\d/u, 1)[0]
        ?.trim() ?? ''
    if (name.length > 1 && name.length < 60)
      return name.split(/, | & | and | und | et | y | и |、/u).slice(0, 8)
  }
  return []
}

/** By script alone, where one script is one language or nearly so. */
function langOf(material: Material): string | null {
  const sample = material.text.slice(0, 4000)
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0
  const letters = count(/\p{L}/gu)
  if (letters < 40) return null
  if (count(/[\u3040-\u30ff]/gu) > 0.08 * letters) return 'ja'
  if (count(/\p{Script=Hangul}/gu) > 0.3 * letters) return 'ko'
  if (count(/\p{Script=Han}/gu) > 0.3 * letters) return 'zh'
  if (count(/\p{Script=Hebrew}/gu) > 0.3 * letters) return 'he'
  if (count(/\p{Script=Greek}/gu) > 0.3 * letters) return 'el'
  if (count(/\p{Script=Arabic}/gu) > 0.3 * letters) return count(/[پچژگ]/gu) > 3 ? 'fa' : 'ar'
  if (count(/\p{Script=Cyrillic}/gu) > 0.3 * letters) return count(/[іїєґ]/giu) > 5 ? 'uk' : 'ru'
  return latin(sample)
}

const WORDS: readonly (readonly [string, string])[] = [
  ['en', 'the of and to in is that it was for with as on are this be'],
  ['de', 'der die und das nicht ist von mit den ein eine auf dem zu sich des'],
  ['fr', 'les des est une dans que qui pour pas sur au par du ce il elle'],
  ['es', 'los las que una por con para del se no es su como más pero'],
  ['it', 'che di il della per una sono non con gli dei nel più anche'],
  ['pt', 'que não uma para com os do da em como mais dos por são'],
  ['nl', 'het een van de en niet dat is voor met zijn op aan ook'],
  ['pl', 'nie się że jest na do to jak ale przez po był jego'],
  ['sv', 'och att det som en är på för med inte av den till'],
]

/** The commonest words of a few languages, where they are clearly ahead of all others. */
function latin(sample: string): string | null {
  const words = fold(sample).split(/[^\p{L}]+/u)
  const scores = WORDS.map(([lang, list]) => {
    const common = new Set(list.split(' '))
    return { lang, score: words.filter((word) => common.has(word)).length }
  }).toSorted((a, b) => b.score - a.score)
  const [best, second] = scores
  if (best === undefined || second === undefined) return null
  return best.score > 0.08 * words.length && best.score > 1.3 * second.score ? best.lang : null
}
