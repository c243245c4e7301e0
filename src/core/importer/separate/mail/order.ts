import { isoDateIn } from '../../calendar.ts'
import { isPrefixed, subjectOf } from './heads.ts'
import type { Message } from './mail.ts'

/**
 * Whether mails stand one below the other as they were written, the first on top: what an archive or a
 * forum shows is so, what somebody hands on has the oldest last, mostly below a line that says so.
 */
export function isInOwnOrder(messages: readonly Message[]): boolean {
  const [first, ...later] = messages
  const last = later.at(-1)
  if (first === undefined || last === undefined || first.sender === null) return false
  if (later.some(({ isDivided }) => isDivided)) return false
  const passed = passedBetween(first.date ?? '', last.date ?? '')
  return passed === 0 ? later.every((one) => isAnswer(one, first)) : passed > 0
}

function isAnswer({ subject }: Message, first: Message): boolean {
  if (subject === null || first.subject === null || isPrefixed(first.subject)) return false
  return isPrefixed(subject) && subjectOf(subject).title === subjectOf(first.subject).title
}

/** As the heads of mails have it, to the second: "Mon, 4 May 2015 10:00:00 +0000". */
const EXACT = /\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? [+-]\d{4}/u

/** Positive where the second is later; 0 where they are of one day and say no more, or one says no day. */
function passedBetween(before: string, after: string): number {
  const [from, to] = [before, after].map((date) => {
    const exact = EXACT.exec(date)?.[0]
    return { exact: exact ?? '', day: isoDateIn(date)?.slice(0, 10) ?? '' }
  })
  if (from === undefined || to === undefined) return 0
  const time = Date.parse(to.exact) - Date.parse(from.exact)
  if (Number.isFinite(time)) return time
  const days = Date.parse(to.day) - Date.parse(from.day)
  return Number.isFinite(days) ? days : 0
}
