import {
  archivedCopy,
  blockInlines,
  citationDate,
  directionOf,
  inlineWords,
  type Footnote,
  type Inline,
} from '#core/article'
import * as words from '#words/document'
import * as common from '#words/common'
import type { ReactNode } from 'react'
import { Blocks, ownDirection, Permalink } from './blocks.tsx'
import type { Rendering } from './rendering.ts'

interface EndnotesProps {
  readonly footnotes: readonly Footnote[]
  /** ISO date of the publication: what a copy of a cited page should be near to when the citation names no date. */
  readonly published: string | null
  readonly rendering: Rendering
}

/**
 * All footnotes as a list: for paper, screen readers and pages without script, and the one place
 * from which the note box takes its words. Roles after DPUB-ARIA 1.1: the section is
 * `doc-endnotes`, its items stay plain list items.
 */
export function Endnotes({ footnotes, published, rendering }: EndnotesProps): ReactNode {
  if (footnotes.length === 0) return null
  return (
    <section className="endnotes" id="notes" role="doc-endnotes" aria-labelledby="notes.heading">
      <h2 id="notes.heading" data-skip="">
        {common.notes}
      </h2>
      <ol dir={rendering.dir}>
        {footnotes.map((footnote) => (
          <Endnote
            key={footnote.id}
            footnote={footnote}
            published={published}
            rendering={rendering}
          />
        ))}
      </ol>
    </section>
  )
}

interface EndnoteProps {
  readonly footnote: Footnote
  readonly published: string | null
  readonly rendering: Rendering
}

function Endnote({ footnote, published, rendering }: EndnoteProps): ReactNode {
  const number = /^\d+$/.test(footnote.label) ? Number(footnote.label) : undefined
  const markers = rendering.markersOf(footnote.id)
  const lang = footnote.lang ?? rendering.lang
  const around = footnote.lang === null ? rendering.dir : directionOf(footnote.lang)
  const dir = ownDirection(footnote.blocks.flatMap(blockInlines), around) ?? around
  return (
    <li
      id={footnote.id}
      value={number}
      // Its number stands where its first words do.
      dir={dir === rendering.dir ? undefined : dir}
      data-note={footnote.label}
      data-status={footnote.status}
      data-sign={number === undefined ? '' : undefined}
      data-layer={footnote.layer}
    >
      {number === undefined && (
        <span className="note-sign" data-skip="">
          {footnote.label}
        </span>
      )}
      <div className="note-text" lang={lang} dir={dir}>
        <Blocks blocks={footnote.blocks} rendering={rendering} dir={dir} />
      </div>
      <Remark footnote={footnote} />
      <Copies footnote={footnote} published={published} />
      <p className="note-ways" data-skip="">
        {markers.map((marker, index) => (
          <a
            key={marker}
            role="doc-backlink"
            href={`#${marker}`}
            aria-label={words.backToMarker(footnote.label, index + 1, markers.length)}
          >
            {dir === 'rtl' ? '↪' : '↩'}
            {markers.length > 1 && <sup>{index + 1}</sup>}
          </a>
        ))}
        <Permalink id={footnote.id} />
      </p>
    </li>
  )
}

function Remark({ footnote }: { footnote: Footnote }): ReactNode {
  const sentence = [words.noteStatus[footnote.status], footnote.remark ?? '']
    .filter(Boolean)
    .join(' ')
  return sentence === '' ? null : (
    <p className="note-remark" data-skip="">
      <bdi lang={words.catalogueLanguage}>{sentence}</bdi>
    </p>
  )
}

/** Beside each address an archived copy near the date of the citation: cited pages die. */
function Copies({ footnote, published }: Omit<EndnoteProps, 'rendering'>): ReactNode {
  const inlines = footnote.blocks.flatMap((block) => blockInlines(block))
  const date = citationDate(inlineWords(inlines)) ?? published
  const urls = [...new Set(linksIn(inlines))]
  const copies = urls.flatMap((url) => archivedCopy(url, date) ?? [])
  if (copies.length === 0) return null
  return (
    <p className="note-copies" data-skip="">
      {copies.map((copy, index) => (
        <a
          key={copy}
          href={copy}
          rel="noopener"
          aria-label={words.archivedCopyOf(new URL(urls[index] ?? copy).host)}
        >
          {words.archivedCopyShort}
        </a>
      ))}
    </p>
  )
}

function linksIn(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap((inline) => [
    ...(inline.type === 'link' || inline.type === 'mended' ? [inline.url] : []),
    ...('children' in inline ? linksIn(inline.children) : []),
  ])
}
