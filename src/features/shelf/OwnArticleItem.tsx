import { isStacked } from '#core/article'
import * as words from '#words/shelf'
import { useId, useState, type ReactNode } from 'react'
import { focus } from './focus.ts'
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
  /** Whether it takes the focus as it comes, as after it was put back. */
  readonly takesFocus: boolean
}

export function OwnArticleItem(props: OwnArticleItemProps): ReactNode {
  const { card, href, reviewHref, map, added, takesFocus } = props
  const [renaming, setRenaming] = useState<'not-yet' | 'now' | 'done'>('not-yet')
  const lang = card.facts?.lang
  const commentators = commentatorsOf(card)
  return (
    <li className="card own-card">
      <h3 lang={lang} dir="auto" data-stacked={isStacked(card.title) ? '' : undefined}>
        <a ref={takesFocus ? focus : null} href={href}>
          {card.title}
        </a>
      </h3>
      <Authors card={card} />
      {map}
      <p className="about">
        {commentators.length > 0 && (
          <span>
            <bdi>{words.commentsBy(commentators)}</bdi>
          </span>
        )}
        <span>{words.added(added)}</span>
        <span>{words.size(card.size)}</span>
      </p>
      {renaming === 'now' ? (
        <RenameForm
          title={card.title}
          onTitle={(title) => {
            setRenaming('done')
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
          <Action
            label={words.rename}
            takesFocus={renaming === 'done'}
            onPress={() => setRenaming('now')}
          />
          <Action label={words.download} onPress={() => void props.onDownload(card)} />
          <Action label={words.copyLink} onPress={() => void props.onCopyLink(card)} />
          <Action label={words.remove} onPress={() => void props.onDelete(card)} />
        </ul>
      )}
    </li>
  )
}

/** Who wrote it, as on every card; whoever else had it in hand is no author. */
function Authors({ card }: { readonly card: OwnArticleCard }): ReactNode {
  // What an earlier release has kept may not say who is who.
  const names = card.facts?.authors ?? card.hands
  return (
    <p className="authors" dir="auto">
      {names.length === 0 ? words.noAuthor : names.join(', ')}
    </p>
  )
}

function commentatorsOf({ facts }: OwnArticleCard): readonly string[] {
  const voices = (facts?.layers ?? []).flatMap(({ kind, voice }) =>
    kind === 'commentary' && voice !== null ? [voice] : [],
  )
  return [...new Set(voices)]
}

interface ActionProps {
  readonly label: string
  readonly onPress: () => void
  /** Whether the focus comes back to it as it comes back. */
  readonly takesFocus?: boolean
}

function Action({ label, onPress, takesFocus = false }: ActionProps): ReactNode {
  return (
    <li>
      <button ref={takesFocus ? focus : null} type="button" onClick={onPress}>
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
  const [isBlank, setBlank] = useState(false)
  return (
    <form
      className="own-rename"
      onSubmit={(event) => {
        event.preventDefault()
        const clean = written.trim()
        if (clean === '') {
          setBlank(true)
          event.currentTarget.querySelector('input')?.focus()
        } else onTitle(clean === title ? null : clean)
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
        ref={focus}
        aria-invalid={isBlank}
        aria-describedby={isBlank ? `${id}.wanted` : undefined}
        onChange={(event) => {
          setWritten(event.currentTarget.value)
          setBlank(false)
        }}
      />
      <button type="submit">{words.save}</button>
      <button type="button" onClick={() => onTitle(null)}>
        {words.cancel}
      </button>
      {isBlank && (
        <p id={`${id}.wanted`} role="alert">
          {words.titleWanted}
        </p>
      )}
    </form>
  )
}
