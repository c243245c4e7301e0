import { Importer, type KeptDrafts } from '#features/importer'
import { SettingsButton } from '#features/settings'
import { deleteDraft, followShelf, listDrafts, newId, restoreDraft } from '#features/shelf'
import { saveFile } from '#ui/save-file.ts'
import * as common from '#words/common'
import * as words from '#words/importer'
import { lazy, useEffect, type ReactNode } from 'react'
import { draftIn, draftSearch } from '../import-path.ts'
import { ownPath, ownSearch } from '../own-path.ts'
import { hrefOf, libraryPath } from '../paths.ts'
import { forgetAllPlaces } from '../place-items.ts'
import { changePreferences, usePreferences } from '../preferences-store.ts'
import { startImportWorker } from '../start-import-worker.ts'

const ArticlePreview = lazy(() => import('./ArticlePreview.tsx'))

const drafts: KeptDrafts = {
  list: async () => {
    const kept = await listDrafts()
    return kept.ok
      ? kept.value.map(({ id, title, changed }) => ({ id, title, changed: new Date(changed) }))
      : []
  },
  discard: async (id) => {
    const taken = await deleteDraft(id)
    if (!taken.ok) return null
    const { value } = taken
    return async () => value !== null && (await restoreDraft(value)).ok
  },
  follow: followShelf,
}

interface ImportPageProps {
  /** Called once the page works. Never on the server. */
  readonly onAwake?: () => void
}

/** Where a reader brings a text in and tells its voices apart. */
export function ImportPage({ onAwake }: ImportPageProps): ReactNode {
  const preferences = usePreferences()
  useEffect(() => onAwake?.(), [onAwake])
  return (
    <Importer
      startDesk={startImportWorker}
      drafts={drafts}
      newId={newId}
      opens={typeof window === 'undefined' ? null : draftIn(window.location.search)}
      onDraft={nameInAddress}
      onRead={(article) => {
        window.location.assign(hrefOf(ownPath) + ownSearch(article))
      }}
      onDownload={({ name, bytes }) => {
        saveFile(new Blob([bytes], { type: 'application/zip' }), name)
      }}
      Preview={ArticlePreview}
      areSingleKeysOn={preferences.singleKeys}
      tools={
        <SettingsButton
          preferences={preferences}
          onPreferences={changePreferences}
          onForgetPlaces={forgetAllPlaces}
        />
      }
      toLibrary={<a href={hrefOf(libraryPath)}>{common.toLibrary}</a>}
    />
  )
}

/**
 * The address has the draft as soon as it is kept, so that a reload and the way back find it. It takes the
 * place of the address before: nobody has gone anywhere.
 */
function nameInAddress(draft: string | null): void {
  const { pathname, search } = window.location
  const asked = draft === null ? '' : draftSearch(draft)
  if (search !== asked) window.history.replaceState(window.history.state, '', pathname + asked)
}

/** What is left of the page when its tools have failed. */
export function FailedImportPage(): ReactNode {
  return (
    <main id="text" className="page">
      <h1>{words.pageTitle}</h1>
      <p role="alert">{words.pageFailed}</p>
      <p>
        <a href={hrefOf(libraryPath)}>{common.toLibrary}</a>
      </p>
    </main>
  )
}
