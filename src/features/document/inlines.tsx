import { directionOf, type FootnoteReference, type Inline, type LayerId } from '#core/article'
import * as words from '#words/document'
import * as common from '#words/common'
import type { ReactNode } from 'react'
import type { Rendering } from './rendering.ts'

interface InlinesProps {
  readonly inlines: readonly Inline[]
  readonly rendering: Rendering
}

export function Inlines({ inlines, rendering }: InlinesProps): ReactNode {
  return inlines.map((inline, index) => (
    <InlineView
      key={index}
      inline={inline}
      rendering={rendering}
      isAfterMarker={inlines[index - 1]?.type === 'footnoteReference'}
    />
  ))
}

interface InlineViewProps {
  readonly inline: Inline
  readonly rendering: Rendering
  /** Nothing stands between it and a marker. */
  readonly isAfterMarker: boolean
}

function InlineView({ inline, rendering, isAfterMarker }: InlineViewProps): ReactNode {
  switch (inline.type) {
    case 'text':
      return inline.value
    case 'break':
      return <br />
    case 'inlineCode':
      return <code>{inline.value}</code>
    case 'emphasis':
      return <em>{inner(inline, rendering)}</em>
    case 'strong':
      return <strong>{inner(inline, rendering)}</strong>
    case 'delete':
      return <del>{inner(inline, rendering)}</del>
    case 'link':
      return <TextLink url={inline.url}>{inner(inline, rendering)}</TextLink>
    case 'footnoteReference':
      return <Marker reference={inline} isAfterMarker={isAfterMarker} />
    case 'insertion':
      return (
        <Insertion layer={inline.layer} rendering={rendering}>
          {inner(inline, rendering)}
        </Insertion>
      )
    case 'editorial':
      return (
        <span className="editorial" data-skip="">
          {inner(inline, rendering)}
        </span>
      )
    case 'sic':
      return (
        <span className="explained sic" aria-description={inline.note ?? words.asFound}>
          {inner(inline, rendering)}
        </span>
      )
    case 'mended': {
      const sentence = inline.note ?? words.mended(inline.url)
      return (
        <>
          <TextLink url={inline.url}>{inner(inline, rendering)}</TextLink>
          <ExplainedMark label={words.mendedMark} sentence={sentence} />
        </>
      )
    }
    case 'lost': {
      const label = words.lostInline[inline.what]
      return (
        <span className="lost-inline" data-skip="">
          <span className="explained" aria-description={words.lost[inline.what]}>
            {inline.children.length > 0 ? inner(inline, rendering) : label}
          </span>
        </span>
      )
    }
    case 'capitals':
      // The document holds the plain form and CSS sets the capitals, so that whoever reads aloud,
      // translates or searches meets a word; docs/decisions/0004 has the alternatives.
      return <span className="capitals">{inline.plain}</span>
    case 'foreign':
      return (
        <span lang={inline.lang} dir={directionOf(inline.lang)}>
          {inner(inline, rendering)}
        </span>
      )
  }
}

function inner(inline: { children: readonly Inline[] }, rendering: Rendering): ReactNode {
  return <Inlines inlines={inline.children} rendering={rendering} />
}

function TextLink({ url, children }: { url: string; children: ReactNode }): ReactNode {
  const isOutside = /^[a-z]+:/i.test(url)
  return isOutside ? (
    <a href={url} rel="noopener">
      {children}
    </a>
  ) : (
    <a href={url}>{children}</a>
  )
}

/** U+2060 forbids a line break, so that a marker never begins a line. */
const WORD_JOINER = '\u2060'

interface MarkerProps {
  readonly reference: FootnoteReference
  readonly isAfterMarker: boolean
}

function Marker({ reference, isAfterMarker }: MarkerProps): ReactNode {
  return (
    <sup className="marker" data-skip="" data-after-marker={isAfterMarker ? '' : undefined}>
      {WORD_JOINER}
      <a
        role="doc-noteref"
        id={reference.id}
        href={`#${reference.footnote}`}
        aria-label={common.noteName(reference.label)}
      >
        {reference.label}
      </a>
    </sup>
  )
}

function ExplainedMark({ label, sentence }: { label: string; sentence: string }): ReactNode {
  return (
    <span
      className="explained mark"
      data-skip=""
      lang={words.catalogueLanguage}
      aria-description={sentence}
    >
      {label}
    </span>
  )
}

interface InsertionProps {
  readonly layer: LayerId
  readonly rendering: Rendering
  readonly children: ReactNode
}

function Insertion({ layer: id, rendering, children }: InsertionProps): ReactNode {
  const { kind, voice } = rendering.layerOf(id)
  return (
    <>
      <span
        className="insertion"
        data-passage=""
        data-layer={id}
        data-kind={kind}
        data-tone={rendering.toneOf(id)}
      >
        <span className="insertion-voice" data-skip="" lang={words.catalogueLanguage}>
          {words.insertionStart(kind, voice)}
        </span>
        {children}
        <span className="insertion-voice" data-skip="" lang={words.catalogueLanguage}>
          {words.insertionEnd}
        </span>
      </span>
      <button
        type="button"
        className="inline-stub"
        data-skip=""
        data-open=""
        lang={words.catalogueLanguage}
      >
        <span className="while-hidden">{words.inlineStub(kind)}</span>
        <span className="while-opened">{words.hideAgain(kind)}</span>
      </button>
    </>
  )
}
