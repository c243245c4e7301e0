import { Strip, type StripProps } from '#features/strip'
import type { ReactNode } from 'react'

/** The strip, with the text that it is the map of. */
export default function ArticleStrip(props: Omit<StripProps, 'textOf'>): ReactNode {
  return <Strip {...props} textOf={() => document.querySelector('main article')} />
}
