import type { Credit, Omission } from '#core/article'
import { onOneLine } from './plain.ts'
import type { DraftSentences } from './sentences.ts'

/** A credit or an omission, and the segment that was added last. */
interface Aside {
  text: string
  readonly what: string
  at: number
}

/** Not the number of any segment, so that nothing joins it. */
const ALONE = -2
/** A line that begins a field of the head of a post, or a table of them; others go on with it. */
const FIELD = /^\s*(?:["']?[\w-]{1,40}["']?[ \t]{0,9}[:=](?:\s|$)|\[{1,2}[\w.-]{1,80}\]{1,2}$)/u
const TRANSLATOR = /^\s*["']?translat(?:or|ors|ed[_-]by)\b/iu

/** Words of the source that the article says in its own way, and words that it leaves out. */
export class Asides {
  readonly #credits: Aside[] = []
  readonly #omissions: Aside[] = []
  readonly #sentences: DraftSentences

  constructor(sentences: DraftSentences) {
    this.#sentences = sentences
  }

  get credits(): readonly Credit[] {
    return this.#credits.map(({ text, what }) => ({ text, what }))
  }

  get omissions(): readonly Omission[] {
    const why = this.#sentences.furnitureWhy
    return this.#omissions.map(({ text, what }) => ({ text, what, why }))
  }

  credit(text: string, at: number): void {
    addTo(this.#credits, text, at, this.#sentences.metadataCredit)
  }

  title(text: string): void {
    addTo(this.#credits, text, ALONE, this.#sentences.titleCredit)
  }

  notesHeading(text: string, at: number): void {
    addTo(this.#credits, text, at, this.#sentences.notesHeading)
  }

  omission(text: string, at: number): void {
    addTo(this.#omissions, text, at, this.#sentences.furniture)
  }

  /** The head of a post, a credit for each of its fields. */
  frontMatter(words: string): void {
    const fields: string[] = []
    for (const line of words.split('\n')) {
      if (fields.length > 0 && !FIELD.test(line)) fields[fields.length - 1] += `\n${line}`
      else fields.push(line)
    }
    for (const field of fields) {
      const { metadataCredit, translatorCredit } = this.#sentences
      const what = TRANSLATOR.test(field) ? translatorCredit : metadataCredit
      addTo(this.#credits, onOneLine(field), ALONE, what)
    }
  }
}

/** Words in a row are one credit, or one omission. */
function addTo(list: Aside[], text: string, at: number, what: string): void {
  if (text === '') return
  const last = list.at(-1)
  if (at !== ALONE && last?.at === at - 1 && last.what === what) {
    last.text = `${last.text} ${text}`
    last.at = at
  } else list.push({ text, what, at })
}
