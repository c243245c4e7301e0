import type { Article, LayerId } from '#core/article'
import { Dialog } from '#ui/Dialog.tsx'
import * as common from '#words/common'
import * as words from '#words/export'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { CitePanel } from './CitePanel.tsx'
import { DownloadPanel } from './DownloadPanel.tsx'
import styleSheet from './export.css?url'
import type { LayerChoice } from './layer-choice.ts'
import { PrintPanel } from './PrintPanel.tsx'

export interface ExportDialogProps {
  readonly article: Article
  /** The layers on the screen. */
  readonly visible: readonly LayerId[]
  /** The address of the article's page, whole. */
  readonly url: string
  /** False where the browser or the reader forbids it. */
  readonly onCopy: (text: string) => Promise<boolean>
  /** What it opens with. */
  readonly panel?: words.Panel
  readonly onClose: () => void
}

const PANELS: readonly words.Panel[] = ['download', 'cite', 'print']

/** Everything that one can take an article away as, behind three tabs. */
export function ExportDialog(props: ExportDialogProps): ReactNode {
  const [panel, setPanel] = useState<words.Panel>(props.panel ?? 'download')
  const [choice, setChoice] = useState<LayerChoice>('screen')
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = panelAfter(event, panel)
    if (next === null) return
    event.preventDefault()
    setPanel(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-panel="${next}"]`)?.focus()
  }
  const shared = { article: props.article, visible: props.visible, choice, onChoice: setChoice }
  return (
    <>
      <link rel="stylesheet" href={styleSheet} precedence="part" />
      <Dialog
        name="export"
        title={common.takeAway}
        closeLabel={common.close}
        onClose={props.onClose}
      >
        <div
          role="tablist"
          className="export-tabs"
          tabIndex={-1}
          aria-labelledby="export.title"
          onKeyDown={onKeyDown}
        >
          {PANELS.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`export.tab.${name}`}
              data-panel={name}
              aria-selected={panel === name}
              aria-controls={panel === name ? 'export.panel' : undefined}
              tabIndex={panel === name ? 0 : -1}
              onClick={() => {
                setPanel(name)
              }}
            >
              {words.panels[name]}
            </button>
          ))}
        </div>
        <div role="tabpanel" id="export.panel" aria-labelledby={`export.tab.${panel}`}>
          {panel === 'download' && (
            <DownloadPanel {...shared} url={props.url} onCopy={props.onCopy} />
          )}
          {panel === 'cite' && (
            <CitePanel article={props.article} url={props.url} onCopy={props.onCopy} />
          )}
          {panel === 'print' && <PrintPanel {...shared} />}
        </div>
      </Dialog>
    </>
  )
}

/** Arrows go round, Home and End to the ends; in text that runs the other way the arrows do, too. */
function panelAfter(event: KeyboardEvent<HTMLElement>, now: words.Panel): words.Panel | null {
  const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: isRtl ? -1 : 1,
    ArrowLeft: isRtl ? 1 : -1,
  }
  if (event.key === 'Home') return PANELS[0] ?? null
  if (event.key === 'End') return PANELS.at(-1) ?? null
  const step = steps[event.key]
  return step === undefined
    ? null
    : (PANELS.at((PANELS.indexOf(now) + step) % PANELS.length) ?? null)
}
