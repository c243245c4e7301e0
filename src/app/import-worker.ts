// Before everything that it is for.
import './worker-in-development.ts'
import { packFolder, readArticleFile } from '#core/sharing'
import { serveDesk, type Answered, type Asked } from '#features/importer'
import {
  followDrafts,
  keepArticle,
  keepIfWanted,
  loadDraft,
  saveDraft,
  slugOf,
} from '#features/shelf'

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
    shelve: ({ title, markdown, source }, draft, isStillWanted) =>
      keepIfWanted({ slug: slugOf(title), markdown, source }, draft, isStillWanted),
    shelveFile: async (bytes, name) => {
      const reading = readArticleFile(bytes, name)
      if (reading.ok) return keepArticle(reading.folder)
      const { reason } = reading
      // What is no article of ours may still be a text.
      return reason === 'no-article' ? null : { ok: false, reason }
    },
    pack: ({ title, markdown, source }) => {
      const slug = slugOf(title)
      const bytes = new Uint8Array(packFolder({ slug, markdown, source }, new Date()))
      return { name: `${slug}.zip`, bytes }
    },
  },
)
