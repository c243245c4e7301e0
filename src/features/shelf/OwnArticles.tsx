import type { LibraryCard } from '#core/article'
import { formatDate } from '#ui/dates.ts'
import { createNewest } from '#ui/newest.ts'
import * as words from '#words/shelf'
import { useEffect, useState, type ReactNode } from 'react'
import type { Kept } from './database.ts'
import { renameArticle, saveFolder, slugOf } from './folders.ts'
import { focus } from './focus.ts'
import { followShelf } from './news.ts'
import { OutcomeLine } from './OutcomeLine.tsx'
import { OwnArticleItem, type Doing } from './OwnArticleItem.tsx'
import type { OwnArticleCard, RemovedArticle } from './records.ts'
import { copyLinkTo, type Outcome } from './sharing.ts'
import styleSheet from './shelf.css?url'
import {
  deleteArticle,
  listArticles,
  loadArticleFolder,
  restoreArticle,
  storageUsed,
} from './store.ts'

export interface OwnArticlesProps {
  /** Where an own article is read. */
  readonly hrefOf: (id: string) => string
  /** Where its draft is reviewed. */
  readonly reviewHrefOf: (draft: string) => string
  /** The address, whole, of the page that shows own articles. */
  readonly address: string
  /** Who speaks where, as a line. */
  readonly drawMap: (facts: LibraryCard) => ReactNode
  readonly onCopy: (text: string) => Promise<boolean>
}

interface Shown {
  readonly cards: readonly OwnArticleCard[]
  readonly used: number
}

/** The reader's own articles, as long as there are any. */
export function OwnArticles(props: OwnArticlesProps): ReactNode {
  const shown = useShelf()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [removed, setRemoved] = useState<RemovedArticle | null>(null)
  /** The article that was put back last. */
  const [restored, setRestored] = useState<string | null>(null)
  const say = (sentence: string) => {
    setOutcome({ sentence, toCopy: null })
  }
  /** Says what came of something that the storage may refuse. */
  const told = async <Value,>(work: Promise<Kept<Value>>): Promise<Value | null> => {
    const kept = await work
    if (kept.ok) return kept.value
    say(words.faults[kept.reason])
    return null
  }
  const doing: Doing = {
    onRename: async ({ id }, title) => {
      const isRenamed = await told(renameArticle(id, title))
      if (isRenamed !== null) say(isRenamed ? words.renamed(title) : words.notRenamed)
    },
    onDelete: async ({ id, title }) => {
      const taken = await told(deleteArticle(id))
      if (taken === null) return
      setRemoved(taken)
      say(words.removed(title))
    },
    onDownload: async ({ id, title }) => {
      const folder = await told(loadArticleFolder(id))
      if (folder === null) return
      say(words.downloaded(saveFolder({ ...folder, slug: slugOf(title) })))
    },
    onCopyLink: async ({ id }) => {
      const folder = await told(loadArticleFolder(id))
      if (folder !== null)
        setOutcome(await copyLinkTo(folder.markdown, props.address, props.onCopy))
    },
  }
  const undo = async () => {
    if (removed === null) return
    const { id, title } = removed.card
    setRestored(id)
    const kept = await restoreArticle(removed)
    if (kept.ok) {
      setRemoved(null)
      say(words.restored(title))
    } else say(words.faults[kept.reason])
  }
  if (shown === null || (shown.cards.length === 0 && removed === null)) return null
  return (
    <section className="own-articles" aria-labelledby="own.heading">
      <link rel="stylesheet" href={styleSheet} precedence="part" />
      <h2 id="own.heading">{words.ownArticles}</h2>
      <p className="own-where">
        {words.whereTheyAre} {words.takes(words.size(shown.used))}.
      </p>
      <OutcomeLine outcome={outcome}>
        {removed !== null && (
          <button key={removed.card.id} ref={focus} type="button" onClick={() => void undo()}>
            {words.undo}
          </button>
        )}
      </OutcomeLine>
      <ul className="cards">
        {shown.cards.map((card) => (
          <OwnArticleItem
            key={card.id}
            card={card}
            href={props.hrefOf(card.id)}
            reviewHref={card.draft === null ? null : props.reviewHrefOf(card.draft)}
            map={card.facts === null ? null : props.drawMap(card.facts)}
            added={formatDate(dayOf(card.added))}
            takesFocus={card.id === restored}
            {...doing}
          />
        ))}
      </ul>
    </section>
  )
}

function dayOf(milliseconds: number): string {
  const date = new Date(milliseconds)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** What is on the shelf, also after another tab has changed it; null until it is known. */
function useShelf(): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => {
    // What cannot be read now stays as it was seen last.
    const looks = createNewest<Shown | null>((seen) => {
      if (seen !== null) setShown(seen)
    })
    looks.begin(look())
    const stop = followShelf(() => {
      looks.begin(look())
    })
    return () => {
      looks.end()
      stop()
    }
  }, [])
  return shown
}

async function look(): Promise<Shown | null> {
  const [cards, used] = await Promise.all([listArticles(), storageUsed()])
  return cards.ok && used.ok ? { cards: cards.value, used: used.value } : null
}
