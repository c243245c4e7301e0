import * as words from '#words/tools'
import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import type { PlaceKeeper } from '../keep-place.ts'
import href from './margin.css?url'
import { fillMargin } from './margin-on-page.ts'

interface MarginProps {
  readonly root: RefObject<HTMLElement | null>
  readonly keeper: RefObject<PlaceKeeper | null>
}

/**
 * The margin is there as long as this is drawn. What stands in it are the passages and notes
 * themselves, where they always were in the document; only the buttons on long ones are its own.
 */
export default function Margin({ root, keeper }: MarginProps): ReactNode {
  const column = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const [text, keep] = [root.current, keeper.current?.keep]
    if (text === null || column.current === null || keep === undefined) return
    return fillMargin({ text, column: column.current, keep })
  }, [root, keeper])
  return (
    <>
      <link rel="stylesheet" href={href} precedence="part" />
      <div className="margin" ref={column} role="region" aria-label={words.longItems} />
    </>
  )
}
