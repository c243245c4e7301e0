import * as words from '#words/importer'
import { useRef, useState, type ReactNode } from 'react'
import type { Brought } from '../desk/protocol.ts'
import type { ImporterProps } from '../Importer.tsx'
import type { Desk, Failure } from '../use-desk.ts'
import { AddressForm } from './AddressForm.tsx'
import { bring, takeFrom, TooLargeError } from './dropped.ts'
import { Kept } from './Kept.tsx'
import { PasteForm } from './PasteForm.tsx'
import { Progress } from './Progress.tsx'
import { useDrop } from './use-drop.ts'

type EntranceProps = Pick<ImporterProps, 'drafts' | 'tools' | 'toLibrary'> & {
  readonly desk: Desk
}

/** What goes in: pasted, dropped, chosen or fetched; and what was begun before. */
export function Entrance({ desk, drafts, tools, toLibrary }: EntranceProps): ReactNode {
  const { state } = desk
  const [trouble, setTrouble] = useState<string | null>(null)
  const [hint, setHint] = useState('')
  const [fetching, setFetching] = useState<{ host: string; stop: () => void } | null>(null)
  const isBusy = state.status !== 'idle' || fetching !== null

  const read = (brought: Brought, name: string) => {
    setTrouble(null)
    desk.read(brought, name)
  }
  const take = async (name: string | null, bringIt: () => Promise<Brought>) => {
    try {
      read(await bringIt(), name ?? words.thePaste)
    } catch (error) {
      // Else it was moved, or is not for this reader to see.
      setTrouble(
        error instanceof TooLargeError ? words.fileTooLarge(error.message) : words.notDropped,
      )
    }
  }
  const isOver = useDrop((data) => {
    if (isBusy) return
    const taken = takeFrom(data)
    setHint(taken !== null && taken.others > 0 ? words.onlyFirst(taken.name ?? '') : '')
    if (taken === null) setTrouble(words.notDropped)
    else void take(taken.name, taken.brought)
  })
  const shown = trouble ?? (state.status === 'idle' ? sentenceOf(state.failure) : null)

  return (
    <main id="text" className="page import" data-state={isOver ? 'over' : undefined}>
      <header className="import-head">
        <div className="import-tools">
          {toLibrary}
          {tools}
        </div>
        <h1>{words.pageTitle}</h1>
        <p>{words.pageLead}</p>
        <p className="import-promise">{words.nothingSent}</p>
      </header>
      <noscript>
        <p>{words.needsScript}</p>
      </noscript>
      {shown !== null && (
        <p role="alert" className="import-trouble">
          {shown}
        </p>
      )}
      {hint !== '' && <p className="import-hint">{hint}</p>}
      {isBusy ? (
        <Progress
          state={state}
          fetching={fetching?.host ?? null}
          onCancel={() => {
            fetching?.stop()
            setFetching(null)
            desk.clear()
            setTrouble(words.cancelled)
          }}
        />
      ) : (
        <div className="import-ways">
          <PasteForm
            onRead={(brought) => {
              read(brought, words.thePaste)
            }}
            onTrouble={setTrouble}
          />
          <FileChoice
            onFile={(file) => {
              setHint('')
              void take(file.name, () => bring(file))
            }}
          />
          <AddressForm onRead={read} onFetching={setFetching} onTrouble={setTrouble} />
          <Kept drafts={drafts} onOpen={desk.open} />
        </div>
      )}
      {isOver && (
        <div className="import-over">
          <p>{words.dropHere}</p>
        </div>
      )}
    </main>
  )
}

function sentenceOf(failure: Failure | null): string | null {
  if (failure === null) return null
  const about = failure.about ?? ''
  return words.failures[failure.reason]?.(about) ?? words.unexpectedFailure(about)
}

const FORMATS =
  '.txt,.text,.html,.htm,.xhtml,.mht,.mhtml,.md,.markdown,.epub,.docx,.zip,.eml,text/*'

function FileChoice({ onFile }: { readonly onFile: (file: File) => void }): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="import-file">
      <button
        type="button"
        onClick={() => {
          input.current?.click()
        }}
      >
        {words.chooseFile}
      </button>
      <span className="import-or">{words.orDrop}</span>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words.chooseFile}
        accept={FORMATS}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          // So that the same file can be chosen again.
          currentTarget.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
      <p className="import-hint">{words.takes}</p>
    </div>
  )
}
