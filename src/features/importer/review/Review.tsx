import { KeysDialog } from '#ui/KeysDialog.tsx'
import * as common from '#words/common'
import * as words from '#words/importer'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { voices as voicesOf } from '#core/importer'
import { useDrop } from '../entrance/use-drop.ts'
import type { ImporterProps } from '../Importer.tsx'
import type { DraftSegment, SegmentClass } from '../model.ts'
import type { Desk, DeskState } from '../use-desk.ts'
import { BlockList } from './BlockList.tsx'
import { Inspector, type BlockActions } from './Inspector.tsx'
import { ReviewHead, titleOf } from './ReviewHead.tsx'
import { ReviewTabs } from './ReviewTabs.tsx'
import { commandOf, historyKey, type KeyCommand } from './review-keys.ts'
import { SplitDialog } from './SplitDialog.tsx'
import { useDeskNews } from './use-desk-news.ts'
import { useIsWide } from './use-is-wide.ts'
import { useReview } from './use-review.ts'

type ReviewProps = ImporterProps & {
  readonly desk: Desk
  readonly review: Extract<DeskState, { status: 'reviewing' }>
}

type OpenDialog = { readonly type: 'keys' } | { readonly type: 'split'; readonly caret: number }

/** The review: the text as it was, block by block, beside the article as it will read. */
export default function Review(props: ReviewProps): ReactNode {
  const { desk, review: begun } = props
  const review = useReview(begun.draft, desk.send)
  const { draft, choice, chosen, current } = review
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const isWide = useIsWide()
  const [tab, setTab] = useState<words.TabName>(isWide ? 'article' : 'blocks')
  // In the list as it opens; wherever else somebody goes, the focus stays with them.
  const [takesFocus, setTakesFocus] = useState(true)
  const caret = useRef<number | null>(null)
  const page = useRef<HTMLElement>(null)
  const voices = useMemo(
    () => [...new Set(voicesOf(draft).flatMap(({ voice }) => voice ?? []))],
    [draft],
  )
  const doubtful = useMemo(() => new Set(review.doubts), [review.doubts])
  const work = useDeskNews({ ...props, review })

  // The browser would open it in place of the page.
  useDrop(() => {
    review.say(words.dropElsewhere)
  })
  const keys = chosen.map(({ key }) => key)
  const isSection = draft.sections.some(({ at }) => at === current?.key)
  const focusIn = (selector: string) => {
    page.current?.querySelector<HTMLElement>(selector)?.focus()
  }
  const backToBlock = () => {
    setTakesFocus(true)
    focusIn('.blocks [tabindex="0"]')
  }
  const choose = (index: number, isExtended: boolean) => {
    setTakesFocus(true)
    caret.current = null
    review.choose(index, isExtended)
  }
  const show = (key: string) => {
    setTakesFocus(isWide)
    if (!isWide) setTab('blocks')
    review.chooseKey(key)
  }
  const setLost: BlockActions['setLost'] = (what) => {
    if (current === undefined) return
    review.edit(
      { type: 'lost', key: current.key, what },
      words.lostDone(what === null ? null : (words.lostNames[what] ?? what)),
    )
  }
  const actions: BlockActions = {
    assign: (segmentClass: SegmentClass) => {
      const name = words.classNames[segmentClass] ?? segmentClass
      review.edit({ type: 'assign', keys, class: segmentClass }, words.assigned(keys.length, name))
    },
    setVoice: (voice) => {
      const change = { type: 'voice', keys, voice: voice === '' ? null : voice } as const
      review.edit(change, words.voiceSet(voice))
    },
    settle: () => {
      review.edit({ type: 'settle', keys }, words.settledDone(keys.length))
    },
    split: () => {
      if (current !== undefined)
        setDialog({
          type: 'split',
          caret: caretWithin(caret.current, current, draft.material.text),
        })
    },
    join: () => {
      if (current === undefined) return
      if (!review.edit({ type: 'join', key: current.key }, words.joinDone)) {
        review.say(words.joinFailed)
      }
    },
    setLost,
    toggleSection: () => {
      if (current === undefined) return
      const title = isSection ? null : words.newSection
      review.edit(
        { type: 'section', key: current.key, title },
        isSection ? words.sectionGone : words.sectionDone,
      )
      if (!isSection) setTab('sections')
    },
  }
  const obey = (command: KeyCommand) => {
    switch (command.type) {
      case 'move':
        choose(choice.at + command.by, command.isExtended)
        return
      case 'end':
        choose(command.to === 'first' ? 0 : draft.segments.length - 1, command.isExtended)
        return
      case 'assign':
        actions.assign(command.class)
        return
      case 'doubt':
        setTakesFocus(true)
        review.toDoubt(command.direction)
        return
      case 'settle':
        actions.settle()
        return
      case 'split':
        actions.split()
        return
      case 'join':
        actions.join()
        return
      case 'lost':
        setLost(current?.lost === null ? 'insert' : null)
        return
      case 'section':
        actions.toggleSection()
        return
      case 'voice':
        page.current?.querySelector('.inspector-more')?.setAttribute('open', '')
        focusIn('#importer\\.voice')
        return
      case 'details':
        focusIn('.classes input:checked')
        return
      case 'keys':
        setDialog({ type: 'keys' })
        return
    }
  }
  const blocks = (
    <div className="review-blocks">
      <p id="importer.blocks-hint" className="visually-hidden">
        {words.theInputHint}
      </p>
      <BlockList
        draft={draft}
        choice={choice}
        doubts={doubtful}
        takesFocus={takesFocus && dialog === null}
        onChoose={choose}
        onCaret={(offset) => {
          caret.current = offset
        }}
        onKeyDown={(event) => {
          const command = commandOf(event, props.areSingleKeysOn)
          if (command === null) return
          event.preventDefault()
          obey(command)
        }}
      />
      {current !== undefined && (
        <Inspector
          current={current}
          index={choice.at}
          count={draft.segments.length}
          chosen={chosen.length}
          isSection={isSection}
          isWide={isWide}
          voices={voices}
          actions={actions}
          onLeave={backToBlock}
        />
      )}
    </div>
  )
  return (
    <main
      ref={page}
      id="text"
      className="review"
      data-wide={isWide ? '' : undefined}
      onKeyDown={(event) => {
        // A field has steps of its own to undo.
        const isField = event.target instanceof Element && event.target.matches(FIELDS)
        const step = isField || dialog !== null ? null : historyKey(event)
        if (step === null) return
        event.preventDefault()
        if (step === 'undo') review.undo()
        else review.redo()
      }}
    >
      <ReviewHead
        {...props}
        review={review}
        work={work}
        isWide={isWide}
        onDoubt={(step) => {
          if (!isWide) setTab('blocks')
          setTakesFocus(false)
          review.toDoubt(step)
        }}
        onKeys={() => {
          setDialog({ type: 'keys' })
        }}
      />
      <div className="review-panes">
        {isWide && blocks}
        <ReviewTabs
          {...props}
          blocks={isWide ? null : blocks}
          tab={tab}
          onTab={setTab}
          review={review}
          voices={voices}
          onShow={show}
          work={work}
        />
      </div>
      <p role="status" className="review-news">
        {work.trouble === null ? review.news.sentence : ''}
      </p>
      {work.trouble !== null && (
        <p role="alert" className="import-trouble review-trouble">
          {work.trouble}
        </p>
      )}
      {desk.isOvertaken && (
        <div role="alert" className="import-trouble review-trouble review-overtaken">
          <p>{words.overtaken}</p>
          <p>
            <button
              type="button"
              onClick={() => {
                desk.takeOther(titleOf(draft))
              }}
            >
              {words.takeOther}
            </button>
            <button
              type="button"
              onClick={() => {
                desk.keepApart()
                review.say(words.keptApart)
                backToBlock()
              }}
            >
              {words.keepApart}
            </button>
          </p>
        </div>
      )}
      {dialog?.type === 'keys' && (
        <KeysDialog
          title={common.keys}
          closeLabel={common.close}
          rows={words.keyRows}
          hint={props.areSingleKeysOn ? words.singleKeysOn : words.singleKeysOff}
          onClose={() => {
            setDialog(null)
          }}
        />
      )}
      {dialog?.type === 'split' && current !== undefined && (
        <SplitDialog
          text={draft.material.text.slice(current.from, current.to)}
          caret={dialog.caret}
          onSplit={(offset) => {
            setDialog(null)
            const edit = { type: 'split', key: current.key, offset: current.from + offset } as const
            if (!review.edit(edit, words.splitDone)) review.say(words.splitFailed)
          }}
          onClose={() => {
            setDialog(null)
          }}
        />
      )}
    </main>
  )
}

const FIELDS = 'input:not([type="radio"]), textarea, select'

/** Where somebody has clicked, else behind the sentence that ends nearest to the middle. */
function caretWithin(
  caret: number | null,
  { from, to }: Pick<DraftSegment, 'from' | 'to'>,
  text: string,
): number {
  if (caret !== null && caret > from && caret < to) return caret - from
  const middle = Math.floor((to - from) / 2)
  const first = Math.max(0, middle - NEAR)
  const near = text.slice(from + first, Math.min(to, from + middle + NEAR))
  const ends = [...near.matchAll(/[.!?…。！？]["”’»)\]]?\s/g)].map(
    (end) => end.index + end[0].length,
  )
  const [nearest] = ends
    .map((end) => first + end)
    .toSorted((one, other) => Math.abs(one - middle) - Math.abs(other - middle))
  return nearest ?? middle
}

/** Characters in which a sentence may end. */
const NEAR = 2000
