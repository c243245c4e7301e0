/** Why the importer believes that somebody speaks: one sentence for each of its cues, by its id. */

const quoted = (found: string | null, otherwise: string): string =>
  found === null || found.trim() === '' ? otherwise : `“${found.trim()}”`

type Sentence = (found: string | null) => string

const startsWith =
  (otherwise: string): Sentence =>
  (found) =>
    `starts with ${quoted(found, otherwise)}`

const always =
  (sentence: string): Sentence =>
  () =>
    sentence

const sentences: Readonly<Record<string, Sentence>> = {
  // What words declare.
  'comment-by': startsWith('a label that names who comments'),
  'own-comment': startsWith('a label that announces a comment'),
  'editors-note': startsWith('a label that announces an editor’s note'),
  'translators-note': startsWith('a label that announces a translator’s note'),
  'note-from': startsWith('a label that names whose note it is'),
  'hand-over': (found) =>
    found === null
      ? 'stands before the byline of somebody else'
      : `introduces somebody else’s text: ${quoted(found, '')}`,
  'signed-remark': (found) => `a remark in brackets, signed ${quoted(found, 'by another hand')}`,
  'background-label': startsWith('a label that announces background'),
  'analysis-label': startsWith('a label that announces an analysis'),
  'read-also': startsWith('a pointer to something else to read'),
  'about-author-label': startsWith('a label that announces who the author is'),
  'about-author-sentence': (found) =>
    `says who somebody is: ${quoted(found, 'a name and a profession')}`,
  byline: (found) => `names who wrote it: ${quoted(found, 'a byline')}`,
  dateline: (found) => `is a date: ${quoted(found, 'a line of its own')}`,
  'published-at': (found) => `says where it first appeared: ${quoted(found, 'a source')}`,
  'source-line': startsWith('a label such as “Source:”'),
  'mail-header': startsWith('a line of an e-mail’s head'),
  attribution: (found) => `introduces quoted mail: ${quoted(found, 'somebody wrote')}`,
  'mail-divider': (found) => `begins an earlier mail: ${quoted(found, 'a dividing line')}`,
  'mail-sender': (found) =>
    found === null
      ? 'stands in a mail of another hand'
      : `stands in the mail of ${quoted(found, '')}`,
  licence: startsWith('words about rights'),
  'site-words': (found) => `words of the site: ${quoted(found, 'a button or a notice')}`,
  'library-frame': always('stands in the frame that a digital library sets around its books'),
  'mail-signature': always('stands below the line that ends a mail'),
  'running-head': (found) => `repeats on every page: ${quoted(found, 'a running head')}`,
  // What markup declares.
  title: always('the title of the page'),
  caption: always('marked as the caption of a picture'),
  'front-matter': always('the head of the file'),
  'link-definition': always('the address of a link, which is no text'),
  'module-line': always('a line for the program that builds the site'),
  component: (found) => `marked as somebody else’s aside: ${quoted(found, 'a component')}`,
  'editors-box': always('marked as a note of the editors'),
  quoted: always('marked as a quotation'),
  'quoted-whole': always('nearly all of the text is marked as a quotation'),
  'around-quoted': always('stands around a text that is quoted as a whole'),
  'pull-quote': always('marked as a pull quote'),
  'aside-box': always('marked as an aside'),
  hatnote: always('marked as a pointer of the encyclopedia'),
  coloured: (found) => `set in a colour of its own: ${quoted(found, 'unlike the rest')}`,
  'author-box': always('marked as being about the author'),
  'metadata-box': always('stands with the title, the date and the author'),
  'table-title': always('stands over a table as its title'),
  'page-part': always('marked as a part of the site'),
  'reader-comments': always('stands with the comments of readers'),
  'contents-list': always('a list of what the page contains'),
  control: always('a button, a label or an option'),
  'heading-markup': always('marked as a heading'),
  'edit-link': always('a link to edit the section'),
  'note-markup': (found) => `marked as a footnote${found === null ? '' : `, ${found}`}`,
  rule: always('a dividing line'),
  // What form suggests.
  'note-label': (found) => `starts with the number or sign of a footnote, ${quoted(found, '?')}`,
  'note-goes-on': always('goes on with the footnote before it'),
  'heading-bold': always('a short line in bold'),
  'heading-shape': always('a short line that stands alone over a paragraph'),
  'in-quotation-marks': always('stands in quotation marks as a whole'),
  'set-in': always('set in, unlike the text around'),
  verse: always('set in short lines, unlike the text around'),
  'links-only': always('is only a link'),
  'outside-body': always('stands outside the text of the page'),
  'goes-on': (found) =>
    found === null ? 'goes on with what stands before it' : `goes on with ${quoted(found, '')}`,
  'after-insert': always('goes on with the text from before the insert; nothing marks the border'),
  'in-brackets': always('stands in square brackets as a whole'),
  'in-arrows': always('stands between >> and <<, as words do that somebody puts in'),
  inserted: (found) => `put in with changes tracked by ${quoted(found, 'another hand')}`,
  'run-in-label': (found) =>
    `begins in bold with ${quoted(found, 'a label')}, as inserts do, and as an author’s own paragraphs may`,
  'set-bold': always('set in bold, unlike what is around it: perhaps a reply by somebody else'),
  'set-italic': always('set in italics, unlike what is around it: perhaps somebody else’s words'),
  body: always('the text itself: nothing says otherwise'),
}

/** The sentence of a cue; an unknown one is shown by its id. */
export function cueSentence(id: string, found: string | null): string {
  return (sentences[id] ?? always(id))(found)
}

/** The ids that have a sentence. */
export const cuesWithSentences: readonly string[] = Object.keys(sentences)
