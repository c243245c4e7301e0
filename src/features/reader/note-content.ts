import { BLOCK, SKIP } from '#ui/markup.ts'

/** The list item that a marker points to. */
export function noteOf(marker: Element): HTMLElement | null {
  return document.getElementById(decodeURIComponent(marker.getAttribute('href')?.slice(1) ?? ''))
}

/** What the box shows of a marker: its sentence, or a copy of its note in the list. */
export function contentFor(trigger: Element): Node {
  const sentence = trigger.getAttribute('aria-description')
  const content = document.createDocumentFragment()
  if (sentence !== null) {
    const paragraph = document.createElement('p')
    paragraph.textContent = sentence
    content.append(paragraph)
    return content
  }
  const note = noteOf(trigger)
  if (note === null) return content
  const number = document.createElement('span')
  number.className = 'note-box-number'
  number.textContent = note.getAttribute('data-note')
  number.setAttribute('aria-hidden', 'true')
  content.append(number)
  for (const part of note.querySelectorAll('.note-text, .note-remark, .note-copies')) {
    content.append(copyWithoutIds(part))
  }
  return content
}

/** An id may stand only once on a page, so the copy has none; nor the links that copy places of the list. */
function copyWithoutIds(part: Element): Node {
  const copy = part.cloneNode(true)
  if (copy instanceof Element) {
    copy.querySelectorAll('.permalink').forEach((permalink) => {
      permalink.remove()
    })
    for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id')
  }
  return copy
}

/** The words of a note alone: no markers, none of the editor's additions. */
export function citationOf(note: Element): string {
  const blocks = [...note.querySelectorAll(`.note-text ${BLOCK}`)].map((block) => {
    const copy = document.createElement('div')
    copy.append(block.cloneNode(true))
    for (const skipped of copy.querySelectorAll(SKIP)) skipped.remove()
    return copy.textContent
  })
  return blocks.join(' ').replaceAll(/\s+/g, ' ').trim()
}
