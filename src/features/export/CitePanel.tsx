import { blockInlines, inlineWords, type Article, type Footnote } from '#core/article'
import {
  citedOf,
  writeBibtex,
  writeCslJson,
  writePlainCitation,
  writeRis,
  type CitationWording,
  type Cited,
} from '#core/export'
import * as words from '#words/export'
import { useMemo, useState, type ReactNode } from 'react'
import { saveFile } from '#ui/save-file.ts'
import { Outcome, type Result } from './Outcome.tsx'
import { Radios } from './Radios.tsx'
import { citationWording } from './wording.ts'

interface CitePanelProps {
  readonly article: Article
  readonly url: string
  readonly onCopy: (text: string) => Promise<boolean>
}

interface Style {
  readonly write: (cited: Cited, wording: CitationWording) => string
  readonly extension: string
}
const STYLES: Readonly<Record<words.CitationStyle, Style>> = {
  plain: { write: writePlainCitation, extension: 'txt' },
  bibtex: { write: writeBibtex, extension: 'bib' },
  ris: { write: writeRis, extension: 'ris' },
  csl: { write: writeCslJson, extension: 'json' },
}

/** The article, or one of its notes, as others cite it. */
export function CitePanel({ article, url, onCopy }: CitePanelProps): ReactNode {
  const [noteId, setNoteId] = useState('')
  const [style, setStyle] = useState<words.CitationStyle>('plain')
  const [result, setResult] = useState<Result | null>(null)
  const note = article.footnotes.find(({ id }) => id === noteId)?.id ?? null
  const citation = useMemo(() => {
    const cited = citedOf(article, { url, note, accessed: today() })
    return STYLES[style].write(cited, citationWording)
  }, [article, url, note, style])
  return (
    <div>
      <label className="export-cited">
        <span>{words.cited}</span>
        <select
          value={noteId}
          onChange={(event) => {
            setNoteId(event.currentTarget.value)
          }}
        >
          <option value="">{words.theArticle}</option>
          {article.footnotes.map((footnote) => (
            <option key={footnote.id} value={footnote.id}>
              {words.noteChoice(footnote.label, beginningOf(footnote))}
            </option>
          ))}
        </select>
      </label>
      <Radios
        legend={words.citationStyle}
        labels={words.citationStyles}
        chosen={style}
        onChoice={setStyle}
      />
      <textarea
        className="export-citation"
        readOnly
        rows={8}
        value={citation}
        aria-label={words.citation}
      />
      <p className="export-actions">
        <button
          type="button"
          onClick={() => {
            void onCopy(citation).then((isCopied) => {
              setResult(
                isCopied
                  ? { sentence: words.copied }
                  : { sentence: words.copyByHand, toCopy: citation },
              )
            })
          }}
        >
          {words.copy}
        </button>
        <button
          type="button"
          onClick={() => {
            const name = `${article.slug}${note === null ? '' : `.${note}`}.${STYLES[style].extension}`
            saveFile(new Blob([citation], { type: 'text/plain;charset=utf-8' }), name)
            setResult({ sentence: words.downloaded(name) })
          }}
        >
          {words.download}
        </button>
      </p>
      <Outcome result={result} />
    </div>
  )
}

/** Enough of a note to know it again in a list. */
function beginningOf({ blocks, remark }: Footnote): string {
  const text = inlineWords(blocks.flatMap(blockInlines)) || (remark ?? '')
  return text.length > 48 ? `${text.slice(0, 47).trimEnd()}…` : text
}

function today(): Cited['accessed'] {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
}
