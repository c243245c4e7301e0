// Before everything that it is for.
import './worker-in-development.ts'
import { packFolder, unpackFolder, type Folder } from '#core/sharing'
import { serveDesk, type Answered, type Asked } from '#features/importer'
import { followDrafts, keepArticle, loadDraft, saveDraft, slugOf } from '#features/shelf'

/** The importer's own thread, so that the page answers whatever is being read and kept. */
serveDesk(
  {
    send: (message: Answered) => {
      globalThis.postMessage(message)
    },
    onMessage: (listener) => {
      globalThis.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
        listener(data)
      })
    },
  },
  {
    saveDraft,
    loadDraft,
    followDrafts,
    shelve: ({ title, markdown, source }, draft) =>
      keepArticle({ slug: slugOf(title), markdown, source }, draft),
    shelveFile: async (bytes, name) => {
      const folder = folderIn(bytes, name)
      const kept = folder === null ? null : await keepArticle(folder)
      // What is no article of ours may still be a text.
      return kept === null || (!kept.ok && kept.reason === 'unreadable') ? null : kept
    },
    pack: ({ title, markdown, source }) => {
      const slug = slugOf(title)
      const bytes = new Uint8Array(packFolder({ slug, markdown, source }, new Date()))
      return { name: `${slug}.zip`, bytes }
    },
  },
)

/** An article's folder, packed, or its one file; null for what is neither. */
function folderIn(bytes: Uint8Array, name: string): Folder | null {
  if (/\.zip$/i.test(name)) {
    const reading = unpackFolder(bytes)
    return reading.ok ? reading.folder : null
  }
  if (!/\.md$/i.test(name)) return null
  const markdown = new TextDecoder().decode(bytes)
  return /^---\r?\n/.test(markdown) && /^layers:/m.test(markdown)
    ? { slug: slugOf(name.replace(/\.md$/i, '')), markdown, source: null }
    : null
}
