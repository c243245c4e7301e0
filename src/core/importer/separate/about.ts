import type { AboutMaterial } from '../model.ts'
import { dateIn } from './dates.ts'
import { fold } from './fold.ts'
import { labelOf } from './labels.ts'
import { langOf } from './languages.ts'
import type { Sheet } from './sheet.ts'

const AUTHOR =
  /^(?:by|von|par|por|di|door|av|af|author|authors|autor|autora|auteur|auteurs|autore|автор|作者|著者|文|posted by|written by|words by|text by|publié par|publicado por|escrito por|pubblicato da|geschrieben von|eingestellt von|postato da)(?!\p{Ll})/u
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
        .split(/ {2}|\t| [|·•»–—-] |\s(?=\S{1,12}[:：])|, ?\d|\(| on (?=\p{Lu})|\d/u, 1)[0]
        ?.trim() ?? ''
    if (name.length > 1 && name.length < 60)
      return name.split(/, | & | and | und | et | y | и |、/u).slice(0, 8)
  }
  return []
}
