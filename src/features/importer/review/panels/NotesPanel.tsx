import { footnoteTable, type FootnoteRow } from '#core/importer'
import type { Draft, DraftSegment } from '../../model.ts'
import * as words from '#words/importer'
import { useMemo, type ReactNode } from 'react'

interface NotesPanelProps {
  readonly draft: Draft
  readonly onShow: (key: string) => void
  readonly onRelink: (reference: number, key: string | null) => void
}

/** Rows of a table that are drawn: a book may have thousands of notes. */
const MOST = 100

/** Which markers lead to a note and which do not, and the reverse. */
export function NotesPanel({ draft, onShow, onRelink }: NotesPanelProps): ReactNode {
  const { rows, missing } = useMemo(() => footnoteTable(draft), [draft])
  const undefinedRows = rows.filter(({ status }) => status === 'no-definition')
  const unmarkedRows = rows.filter(({ status }) => status === 'no-marker')
  const { references, segments } = draft
  const linked = references.filter(({ definition }) => definition !== null).length
  // What a marker may lead to: notes that nothing leads to yet.
  const keys = new Set(unmarkedRows.map(({ definition }) => definition))
  const alone = segments.filter(({ key }) => keys.has(key)).slice(0, MOST / 2)
  const isWell =
    references.length > 0 && undefinedRows.length + unmarkedRows.length + missing.length === 0
  return (
    <>
      <p>{words.notesSummary(linked, references.length)}</p>
      {isWell && <p>{words.notesAllWell}</p>}
      {undefinedRows.length > 0 && (
        <table className="notes-table">
          <caption>{words.withoutDefinition}</caption>
          <thead>
            <tr>
              <th scope="col">{words.marker}</th>
              <th scope="col">{words.stands}</th>
              <th scope="col">{words.leadsTo}</th>
            </tr>
          </thead>
          <tbody>
            {undefinedRows
              .flatMap(eachMarker)
              .slice(0, MOST)
              .map((index) => {
                const reference = references[index]
                if (reference === undefined) return null
                const holder = segmentAt(segments, reference.from)
                return (
                  <tr key={index}>
                    <th scope="row">{reference.label}</th>
                    <td>
                      {holder !== undefined && (
                        <ShowButton
                          name={words.showMarker(reference.label)}
                          words={around(draft, reference.from, reference.to)}
                          onShow={() => {
                            onShow(holder.key)
                          }}
                        />
                      )}
                    </td>
                    <td>
                      <select
                        aria-label={words.leadsToFor(reference.label)}
                        value=""
                        onChange={({ currentTarget }) => {
                          onRelink(index, currentTarget.value === '' ? null : currentTarget.value)
                        }}
                      >
                        <option value="">{words.leadsNowhere}</option>
                        {alone.map((segment) => (
                          <option key={segment.key} value={segment.key}>
                            {`${segment.label ?? ''} ${opening(draft, segment)}`}
                          </option>
                        ))}
                      </select>
                    </td>
                  </tr>
                )
              })}
          </tbody>
        </table>
      )}
      {unmarkedRows.length > 0 && (
        <table className="notes-table">
          <caption>{words.withoutMarker}</caption>
          <thead>
            <tr>
              <th scope="col">{words.note}</th>
              <th scope="col">{words.stands}</th>
            </tr>
          </thead>
          <tbody>
            {unmarkedRows.slice(0, MOST).map(({ definition: key }) => {
              const segment = segments.find((one) => one.key === key)
              if (key === null || segment === undefined) return null
              return (
                <tr key={key}>
                  <th scope="row">{segment.label ?? words.noLabel}</th>
                  <td>
                    <ShowButton
                      name={words.showNote(segment.label ?? words.noLabel)}
                      words={opening(draft, segment)}
                      onShow={() => {
                        onShow(key)
                      }}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {missing.length > 0 && (
        <p>
          {words.missingLabels}
          {': '}
          <strong>{missing.slice(0, MOST).join(', ')}</strong>
        </p>
      )}
    </>
  )
}

function eachMarker({ references }: FootnoteRow): readonly number[] {
  return references
}

interface ShowButtonProps {
  readonly name: string
  readonly words: string
  readonly onShow: () => void
}

function ShowButton({ name, words: shown, onShow }: ShowButtonProps): ReactNode {
  return (
    <button type="button" className="notes-place" aria-label={`${name}: ${shown}`} onClick={onShow}>
      {shown}
    </button>
  )
}

function segmentAt(segments: readonly DraftSegment[], offset: number): DraftSegment | undefined {
  return segments.find(({ from, to }) => offset >= from && offset < to)
}

function around({ material }: Draft, from: number, to: number): string {
  return `… ${material.text.slice(Math.max(0, from - 40), to).replaceAll(/\s+/g, ' ')}`
}

function opening({ material }: Draft, { from, to }: DraftSegment): string {
  return material.text.slice(from, Math.min(to, from + 60)).replaceAll(/\s+/g, ' ')
}
