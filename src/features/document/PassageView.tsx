import { directionOf, type Layer, type Passage } from '#core/article'
import * as words from '#words/document'
import * as common from '#words/common'
import type { ReactNode } from 'react'
import { Blocks, ownDirection, Permalink } from './blocks.tsx'
import { Inlines } from './inlines.tsx'
import type { Rendering } from './rendering.ts'

interface PassageViewProps {
  readonly passage: Passage
  readonly rendering: Rendering
}

/** A passage with its speaker's name, and after it the line that stands in while it is hidden. */
export function PassageView({ passage, rendering }: PassageViewProps): ReactNode {
  const layer = passage.layer === 'editorial' ? null : rendering.layerOf(passage.layer)
  const dir = passage.lang === null ? rendering.dir : directionOf(passage.lang)
  const language = passage.lang === null ? {} : { lang: passage.lang, dir }
  const speaker = speakerOf(passage, layer)
  const content = <Blocks blocks={passage.blocks} rendering={rendering} dir={dir} />

  if (speaker === null) {
    return (
      <>
        <div
          className="passage"
          id={passage.id}
          data-passage=""
          data-layer={passage.layer}
          {...language}
        >
          {content}
        </div>
        <Stub passage={passage} layer={layer} />
      </>
    )
  }
  const labelId = `${passage.id}.voice`
  return (
    <>
      <div
        className="passage"
        id={passage.id}
        role="group"
        aria-labelledby={labelId}
        data-passage={layer === null ? undefined : ''}
        data-layer={passage.layer}
        data-kind={passage.role === 'about-author' ? 'about-author' : (layer?.kind ?? 'editorial')}
        data-tone={layer === null ? undefined : rendering.toneOf(layer.id)}
        {...language}
      >
        <p className="voice" data-skip="" lang={words.catalogueLanguage} dir="ltr">
          <span className="voice-name" id={labelId}>
            {speaker.label}
          </span>
          <Permalink id={passage.id} />
        </p>
        {passage.uncertain.includes('start') && <Uncertain sentence={words.uncertainStart} />}
        {passage.title.length > 0 && (
          <p
            className="passage-title"
            data-block={passage.id}
            dir={ownDirection(passage.title, dir)}
          >
            <Inlines inlines={passage.title} rendering={rendering} />
          </p>
        )}
        {passage.origin !== null && <Origin origin={passage.origin} />}
        {content}
        {passage.uncertain.includes('end') && <Uncertain sentence={words.uncertainEnd} />}
        <p className="visually-hidden" data-skip="" lang={words.catalogueLanguage} dir="ltr">
          {speaker.end}
        </p>
      </div>
      <Stub passage={passage} layer={layer} />
    </>
  )
}

/** The author has no label: that is how one knows him. */
function speakerOf(
  passage: Passage,
  layer: Layer | null,
): { readonly label: string; readonly end: string } | null {
  if (passage.role === 'about-author') {
    return { label: words.aboutAuthorLabel, end: words.aboutAuthorEnd }
  }
  if (layer === null) return { label: common.editorialLabel, end: words.editorialEnd }
  if (layer.kind === 'original') return null
  return { label: common.voiceLabel(layer.kind, layer.voice), end: words.passageEnd(layer.kind) }
}

function Origin({ origin }: { origin: NonNullable<Passage['origin']> }): ReactNode {
  return (
    <p className="origin" data-skip="" lang={words.catalogueLanguage} dir="ltr">
      {origin.type === 'lost' ? (
        words.originLost
      ) : (
        <>
          <span>{words.from}</span>{' '}
          <a href={origin.url} rel="noopener">
            {origin.url}
          </a>
        </>
      )}
    </p>
  )
}

function Uncertain({ sentence }: { sentence: string }): ReactNode {
  return (
    <p className="uncertain" data-skip="" lang={words.catalogueLanguage} dir="ltr">
      {sentence}
    </p>
  )
}

function Stub({ passage, layer }: { passage: Passage; layer: Layer | null }): ReactNode {
  if (layer === null) return null
  const sentence =
    passage.role === 'about-author'
      ? words.aboutAuthorStub
      : words.stub(layer.kind, layer.voice, passage.blocks.length)
  return (
    <p
      className="stub"
      data-skip=""
      data-kind={layer.kind}
      lang={words.catalogueLanguage}
      dir="ltr"
    >
      <button type="button" data-open="">
        <span className="while-hidden">
          <span>{sentence}</span> <span className="stub-verb">{words.show}</span>
        </span>
        <span className="while-opened stub-verb">{words.hideAgain(layer.kind)}</span>
      </button>
    </p>
  )
}
