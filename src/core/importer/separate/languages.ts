import type { Material } from '../model.ts'
import { fold } from './fold.ts'

/** The language of a text: by its script, where that is one language's; else by its commonest words. */
export function langOf(material: Material): string | null {
  // Every label asks; the sample is counted once.
  let lang = known.get(material)
  if (lang === undefined) {
    lang = langOfSample(material.text.slice(0, 4000))
    known.set(material, lang)
  }
  return lang
}

const known = new WeakMap<Material, string | null>()

function langOfSample(sample: string): string | null {
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
