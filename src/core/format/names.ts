import { normalForm, standingForms } from '#core/article'
import type { Article } from '#core/article'
import type { FrontMatterReading } from './front-matter.ts'
import { sentences } from './messages.ts'
import type { Messages } from './messages.ts'

/** A form that stands nowhere is a slip of the pen; one that means two names would lead the reader astray. */
export function checkNames(article: Article, front: FrontMatterReading, messages: Messages): void {
  const standing = standingForms(article)
  const owners = new Map<string, string>()
  for (const { name, forms } of article.names) {
    const at = front.at(['names', name])
    for (const form of new Set([name, ...forms].map(normalForm))) {
      const owner = owners.get(form)
      if (owner !== undefined) messages.tell(sentences.nameTwice(form, owner), at)
      owners.set(form, name)
    }
    for (const form of forms.length === 0 ? [name] : forms) {
      if (!standing.has(form)) messages.tell(sentences.nameNowhere(form), at)
    }
  }
}
