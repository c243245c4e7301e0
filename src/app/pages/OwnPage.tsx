import { articleFacts } from '#core/article'
import { ArticleTree } from '#features/document'
import { Overview, overviewSheet } from '#features/overview'
import { copyText } from '#features/reader'
import { OwnNote } from '#features/shelf'
import * as words from '#words/shelf'
import { useEffect, useLayoutEffect, useMemo, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { goToDocument, useAddress } from '../address.ts'
import { ownPath, ownSearch } from '../own-path.ts'
import { hrefOf, overviewPath } from '../paths.ts'
import { ArticlePage } from './ArticlePage.tsx'
import type { Opened } from './open-own.ts'
import { OwnShell, ToLibrary } from './OwnShell.tsx'

type Open = Extract<Opened, { readonly state: 'open' }>

interface OwnPageProps {
  readonly opened: Opened
  /** A place above the page, whose own columns belong to the text and what is beside it. */
  readonly above: HTMLElement
}

/** What the page of own articles shows, once it is known which article is asked for. */
export function OwnPage({ opened, above }: OwnPageProps): ReactNode {
  const { pathname } = useAddress()
  // Every other page of the site is another document.
  useEffect(() => {
    if (pathname !== ownPath) window.location.reload()
  }, [pathname])
  switch (opened.state) {
    case 'open':
      return new URLSearchParams(window.location.search).get('show') === 'overview' ? (
        <OwnOverview opened={opened} />
      ) : (
        <OwnArticle opened={opened} above={above} />
      )
    case 'unreadable':
      return (
        <OwnShell>
          <p role="alert">{words.notReadable}</p>
          <ul className="own-messages">
            {opened.messages.slice(0, MOST_MESSAGES).map((message, index) => (
              <li key={index}>{message}</li>
            ))}
          </ul>
          <ToLibrary />
        </OwnShell>
      )
    default:
      return (
        <OwnShell>
          <p role="alert">{SENTENCES[opened.state]}</p>
          <ToLibrary />
        </OwnShell>
      )
  }
}

/** Whoever mends an article goes through them in turn; a stranger's may have any number. */
const MOST_MESSAGES = 50

const SENTENCES = {
  ...words.faults,
  unavailable: words.notLetIn,
  'none-asked': words.noneAsked,
  missing: words.missing,
  'link-gone': words.linkGone,
  'link-damaged': words.linkDamaged,
  'link-too-large': words.linkTooLarge,
} as const

function OwnArticle({
  opened,
  above,
}: {
  readonly opened: Open
  readonly above: HTMLElement
}): ReactNode {
  const { article, folder, isGuest } = opened
  const facts = useMemo(() => articleFacts(article), [article])
  const text = useMemo(
    () => (
      <article className="article">
        <ArticleTree article={article} overview={hrefOf(overviewPath(article.slug))} />
      </article>
    ),
    [article],
  )
  return (
    <>
      {createPortal(
        <OwnNote
          folder={folder}
          isGuest={isGuest}
          address={new URL(hrefOf(ownPath), window.location.origin).href}
          onCopy={copyText}
          onKept={(id) => {
            goToDocument(hrefOf(ownPath) + ownSearch(id))
          }}
        />,
        above,
      )}
      <ArticlePage facts={facts} text={text} />
    </>
  )
}

/** The overview knows the text one step above itself; here both have one address but for the question. */
function OwnOverview({ opened }: { readonly opened: Open }): ReactNode {
  const { id, article } = opened
  useLayoutEffect(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('#text a[href^="../"]'))
      link.href = `${hrefOf(ownPath)}${ownSearch(id)}${(link.getAttribute('href') ?? '').slice(3)}`
  }, [id])
  // Nothing around it: where the text of a page stands is said for a child of the root.
  return (
    <>
      <link rel="stylesheet" href={overviewSheet} precedence="part" />
      <Overview article={article} />
    </>
  )
}
