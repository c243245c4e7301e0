import type { Article, ArticleSlug, LayerId } from '#core/article'
import type { ExportDialog } from '#features/export'
import { copyText } from '#features/reader'
import { DownloadIcon } from '#ui/icons.tsx'
import { TAKE_AWAY } from '#ui/markup.ts'
import { LatePart } from '#ui/LatePart.tsx'
import * as common from '#words/common'
import type { Panel } from '#words/export'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { hrefNow } from '../address.ts'
import { own } from '../own-article.ts'

interface Parts {
  readonly Dialog: typeof ExportDialog
  readonly article: Article
  readonly panel: Panel
}

/**
 * The ways into the dialog that takes the article away: a button in the bar and one at the foot of the
 * text. The dialog and the article's model are loaded when somebody asks for them.
 */
export function useTakeAway(
  slug: ArticleSlug,
  visible: readonly LayerId[],
  onUnreachable: () => void,
): {
  readonly button: ReactNode
  readonly dialog: ReactNode
  readonly open: (panel: Panel) => void
} {
  /** Null while the dialog is closed. */
  const [parts, setParts] = useState<Parts | null>(null)
  const open = (panel: Panel) => {
    loadParts(slug).then((loaded) => {
      setParts({ ...loaded, panel })
    }, onUnreachable)
  }
  const openFirst = useEffectEvent(() => {
    open('download')
  })
  useEffect(() => {
    const press = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest(TAKE_AWAY) !== null) openFirst()
    }
    document.addEventListener('click', press)
    return () => {
      document.removeEventListener('click', press)
    }
  }, [])
  const close = () => {
    setParts(null)
  }
  return {
    open,
    button: (
      <button
        type="button"
        className="bar-button take-button"
        aria-label={common.takeAway}
        aria-haspopup="dialog"
        data-take-away=""
      >
        <DownloadIcon />
      </button>
    ),
    dialog: (
      <LatePart>
        {parts !== null && (
          <parts.Dialog
            article={parts.article}
            panel={parts.panel}
            visible={visible}
            url={hrefNow({ search: own.question, hash: '' })}
            onCopy={copyText}
            onClose={close}
          />
        )}
      </LatePart>
    ),
  }
}

async function loadParts(slug: ArticleSlug): Promise<Omit<Parts, 'panel'>> {
  const [{ ExportDialog: Dialog }, { articles }] = await Promise.all([
    import('#features/export'),
    import('virtual:articles'),
  ])
  const article = (await articles[slug]?.())?.default
  if (article === undefined) throw new RangeError(slug)
  return { Dialog, article }
}
