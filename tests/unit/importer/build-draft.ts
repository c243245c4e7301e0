import { startDraft, type Draft, type Segment } from '#core/importer'

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
