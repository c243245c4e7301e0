import * as words from '#words/shelf'
import { useId, useState, type ReactNode } from 'react'
import type { OwnArticleCard } from './records.ts'

/** What can be done with an article; each says itself what came of it. */
export interface Doing {
  readonly onRename: (card: OwnArticleCard, title: string) => Promise<void>
  readonly onDelete: (card: OwnArticleCard) => Promise<void>
  readonly onDownload: (card: OwnArticleCard) => Promise<void>
  readonly onCopyLink: (card: OwnArticleCard) => Promise<void>
}

interface OwnArticleItemProps extends Doing {
  readonly card: OwnArticleCard
  readonly href: string
  readonly reviewHref: string | null
  readonly map: ReactNode
  /** When it was added, as people say it. */
  readonly added: string
}

export function OwnArticleItem(props: OwnArticleItemProps): ReactNode {
  const { card, href, reviewHref, map, added } = props
  const [isRenaming, setRenaming] = useState(false)
  const lang = card.facts?.lang
  return (
    <li className="card own-card">
      <h3 lang={lang} dir="auto">
        <a href={href}>{card.title}</a>
      </h3>
      <p className="authors" dir="auto">
        {card.hands.join(' · ')}
      </p>
      {map}
      <p className="about">
        <span>{words.added(added)}</span>
        <span>{words.size(card.size)}</span>
      </p>
      {isRenaming ? (
        <RenameForm
          title={card.title}
          onTitle={(title) => {
            setRenaming(false)
            if (title !== null) void props.onRename(card, title)
          }}
        />
      ) : (
        <ul className="own-actions" aria-label={words.actionsOf(card.title)}>
          {reviewHref !== null && (
            <li>
              <a href={reviewHref}>{words.review}</a>
            </li>
          )}
          <Action label={words.rename} onPress={() => setRenaming(true)} />
          <Action label={words.download} onPress={() => void props.onDownload(card)} />
          <Action label={words.copyLink} onPress={() => void props.onCopyLink(card)} />
          <Action label={words.remove} onPress={() => void props.onDelete(card)} />
        </ul>
      )}
    </li>
  )
}

function Action({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <li>
      <button type="button" onClick={onPress}>
        {label}
      </button>
    </li>
  )
}

interface RenameFormProps {
  readonly title: string
  /** Null where it stays what it was. */
  readonly onTitle: (title: string | null) => void
}

function RenameForm({ title, onTitle }: RenameFormProps): ReactNode {
  const id = useId()
  const [written, setWritten] = useState(title)
  return (
    <form
      className="own-rename"
      onSubmit={(event) => {
        event.preventDefault()
        const clean = written.trim()
        onTitle(clean === '' || clean === title ? null : clean)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onTitle(null)
      }}
    >
      <label htmlFor={id}>{words.newTitle}</label>
      <input
        id={id}
        value={written}
        maxLength={300}
        ref={(input) => input?.focus()}
        onChange={(event) => setWritten(event.currentTarget.value)}
      />
      <button type="submit">{words.save}</button>
      <button type="button" onClick={() => onTitle(null)}>
        {words.cancel}
      </button>
    </form>
  )
}
