import { SENT_FROM } from '../cues/mail.ts'
import { fold } from '../fold.ts'
import type { Part } from '../part.ts'
import type { Sheet } from '../sheet.ts'
import { isOpen } from '../sheet.ts'
import type { Verdict } from '../verdict.ts'
import { verdict } from '../verdict.ts'
import type { Mail, Message, Place } from './mail.ts'

/** Decides in a mail who speaks: each sender by his name, however deep he is quoted. */
export function judgeMail(sheet: Sheet): void {
  const { mail } = sheet
  if (mail === null) return
  for (const [at, place] of mail.places) {
    const part = sheet.parts[at]
    if (part === undefined || !(isOpen(sheet, part) || isLeftOut(sheet, part))) continue
    const found = place.type === 'words' ? wordsOf(sheet, mail, place.message, part) : lineOf(place)
    if (found !== null) sheet.verdicts.set(at, found)
  }
}

function lineOf(place: Exclude<Place, { readonly type: 'words' }>): Verdict {
  switch (place.type) {
    case 'head':
      return verdict('metadata', 'sure', 'mail-header', { found: place.found })
    case 'divider':
      return verdict('metadata', 'sure', 'mail-divider', { found: place.found })
    case 'signature':
      return verdict('furniture', 'likely', 'mail-signature')
    case 'attribution':
      return verdict('metadata', 'sure', 'attribution', {
        found: place.found,
        voice: place.by.sender,
      })
  }
}

/**
 * What was taken for the page's, for it stands around the longest text: in a mail somebody may say no
 * more than a sentence above it.
 */
function isLeftOut(sheet: Sheet, part: Part): boolean {
  const isSentence = /[.!?…,。！？،]["”»)]?$/u.test(part.words.trim())
  return sheet.verdicts.get(part.at)?.cue === 'outside-body' && isSentence && part.linked < 0.5
}

/** Null: the text's own words, which the other passes look at like any others. */
function wordsOf(sheet: Sheet, mail: Mail, message: Message, part: Part): Verdict | null {
  if (isSentFrom(part) && isLastOf(sheet, mail, message, part))
    return verdict('furniture', 'likely', 'mail-signature')
  if (message === mail.text) {
    const isQuoted = message.depth > 0 && part.fragment.kind !== 'heading'
    return isQuoted || isGreeting(mail, part) ? spoken('original', message) : null
  }
  const isQuoted = mail.text === mail.top || !message.isHeaded
  const isQuotation = isQuoted && message.depth > mail.text.depth
  return spoken(isQuotation ? 'quote' : 'commentary', message)
}

function spoken(segmentClass: Verdict['class'], { sender }: Message): Verdict {
  const voice = segmentClass === 'original' ? null : sender
  return verdict(segmentClass, sender === null ? 'likely' : 'sure', 'mail-sender', {
    voice,
    found: sender,
  })
}

/** The first line, which looks like a heading and greets those to whom the mail was sent. */
function isGreeting({ places, subject }: Mail, part: Part): boolean {
  const before = places.get(part.at - 1)
  const isFirst = before !== undefined && before.type !== 'words' && before.type !== 'signature'
  return isFirst && part.weight < 40 && fold(part.words.trim()) !== fold(subject ?? '')
}

/** "Sent from my phone": what a program sets below a mail. */
function isSentFrom(part: Part): boolean {
  return part.weight < 120 && SENT_FROM.test(fold(part.words).trim())
}

/** Whether somebody says nothing more below a part, before another mail begins or is quoted. */
function isLastOf({ parts }: Sheet, mail: Mail, message: Message, part: Part): boolean {
  let at = part.at + 1
  while (parts[at]?.words.trim() === '') at += 1
  const next = mail.places.get(at)
  return next?.type !== 'words' || next.message !== message
}
