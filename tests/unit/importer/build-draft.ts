import { expect } from 'vitest'
import { assignIds, checkArticle, formatMessage, serializeArticle } from '#core/format'
import {
  draftArticle,
  readMaterial,
  separate,
  startDraft,
  type Draft,
  type Segment,
} from '#core/importer'
import { sentences } from '#words/importer-article'

/** `word[1]`, or `word¹` for the label 1. */
const MARKER = /(?<=\p{L})\[(\d+)\]|(?<=\p{L})([¹²])/gu

const about = { title: null, authors: [], published: null, url: null, lang: null }

/** A draft of paragraphs, each with what is said of it; `[1]` in the text is a marker. */
export function draftOf(
  paragraphs: readonly (readonly [text: string, facts: Partial<Segment>])[],
): Draft {
  let text = ''
  const segments: Segment[] = []
  for (const [words, facts] of paragraphs) {
    if (text !== '') text += '\n\n'
    segments.push({
      from: text.length,
      to: text.length + words.length,
      class: 'original',
      voice: null,
      confidence: 'sure',
      cue: { id: 'test', found: null },
      uncertain: [],
      lost: null,
      label: null,
      state: null,
      ...facts,
    })
    text += words
  }
  const references = [...text.matchAll(MARKER)].map((match) => {
    const label = match[1] ?? match[2] ?? ''
    const definition = segments.findIndex((segment) => segment.label === label)
    const from = match.index
    return {
      from,
      to: from + match[0].length,
      label,
      definition: definition < 0 ? null : definition,
    }
  })
  const fragments = segments.map(({ from, to }) => ({
    from,
    to,
    kind: 'paragraph' as const,
    depth: 0,
    quoted: 0,
    indent: 0,
    within: null,
    marks: [],
  }))
  const material = { format: 'text' as const, text, fragments, about, notices: [] }
  return startDraft(material, { segments, references, mended: [], missing: [], about })
}

/** What stands in the file of a draft, behind its front matter; and the front matter. */
export function written(draft: Draft): { readonly front: string; readonly text: string } {
  const { article, source } = draftArticle(draft, { slug: 'any', sentences })
  const markdown = serializeArticle(assignIds(article))
  const { messages } = checkArticle({ markdown, source, slug: 'any' })
  expect(messages.map(formatMessage)).toEqual([])
  const end = markdown.indexOf('\n---\n')
  return { front: markdown.slice(4, end), text: markdown.slice(end + 5).trim() }
}

/** The draft of a file, before anybody has looked at it. */
export async function draftedFrom(name: string, content: string | Uint8Array): Promise<Draft> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const material = await readMaterial({ type: 'file', bytes, name, mediaType: null })
  return startDraft(material, separate(material))
}
