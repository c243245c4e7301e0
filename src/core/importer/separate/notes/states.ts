import type { Segment } from '../../model.ts'
import { fold } from '../fold.ts'

const SHORT_FORM =
  /^(?:ibid|ib\.|idem|id\.|op\. ?cit|loc\. ?cit|ebd|ebda|ebenda|a\. ?a\. ?o|a\.o\.|s\.o\.|vgl\. ebd|ibidem|ídem|ivi|cit\.|там же|указ\. ?соч|ук\. ?соч|там само|同上|同前|前掲|前揭|同書|tamże|tamtéž|zie noot|see note|siehe anm|voir note|см\. прим|see above|siehe oben|op cit)/u
const INNER_SHORT =
  /(?:op\. ?cit|loc\. ?cit|a\. ?a\. ?o\.|art\. ?cit|ibid\.?|указ\. ?соч|前掲書|前揭)/u
const ENDS = /[.!?…。！？)\]"”»’'/]$|https?:\/\/\S+$|www\.\S+$|\d$|↩︎?$|↑$|\d\s?[a-zà-ÿ]?\.?$/u

/**
 * Whether a definition breaks off, points elsewhere or is whole. What breaks off is told by its
 * neighbours: where all others end with a full stop, "Ada Brand" alone has lost its end.
 */
export function statesOf(texts: readonly string[]): readonly NonNullable<Segment['state']>[] {
  const bodies = texts.map((text) =>
    text.replace(/^\s{0,9}[[(［（^]{0,2}[^\s\])］）]{1,12}[\])］）:.]{0,2}\s{0,9}/u, '').trim(),
  )
  const ended = bodies.filter((body) => ENDS.test(body.slice(-60))).length
  const areEnded = bodies.length > 1 && ended >= 0.7 * bodies.length
  const dated = bodies.filter((body) => /\d{3}|https?:/u.test(body)).length
  const areDated = bodies.length > 3 && dated >= 0.7 * bodies.length
  return bodies.map((body) => {
    const folded = fold(body.slice(0, 400))
    if (SHORT_FORM.test(folded)) return 'short'
    if (body.length < 200 && INNER_SHORT.test(folded)) return 'short'
    const isEnded = ENDS.test(body.slice(-60))
    if (!isEnded && (areEnded || /[,;:(–—-]$|\b(?:and|or|of|the|und|et|y|de|и|в)$/u.test(folded)))
      return 'cut-off'
    // "Brand and Dyer, 'On Ferries.'": names and a title, and none of what its neighbours tell.
    if (areDated && body.length < 140 && !/\d|https?:/u.test(body) && /["“„«'‘]/u.test(body))
      return 'short'
    return 'whole'
  })
}
