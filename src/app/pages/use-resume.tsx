import type { ArticleFacts } from '#core/article'
import { LatePart } from '#ui/LatePart.tsx'
import { useEffect, useState, type ReactNode } from 'react'
import type { Address } from '../address.ts'
import { hasPlaceItem } from '../place-items.ts'
import type ArticleResume from './ArticleResume.tsx'

/**
 * What keeps the reader's place, and offers the one that was kept. Loaded at once where there is such
 * a place, otherwise when the reader first scrolls. If it cannot be loaded, nothing is kept this time.
 */
export function useResume(
  facts: ArticleFacts,
  address: Address,
  onSay: (sentence: string) => void,
): ReactNode {
  const [Part, setPart] = useState<typeof ArticleResume | null>(null)
  const { slug } = facts
  const isAwake = address.how !== 'rendered'
  useEffect(() => {
    if (!isAwake) return
    const load = () => {
      import('./ArticleResume.tsx').then(
        (part) => {
          setPart(() => part.default)
        },
        () => {},
      )
    }
    if (hasPlaceItem(slug)) {
      load()
      return
    }
    const once = { once: true, passive: true }
    document.addEventListener('scroll', load, once)
    return () => {
      document.removeEventListener('scroll', load)
    }
  }, [slug, isAwake])
  return (
    <LatePart>{Part !== null && <Part facts={facts} address={address} onSay={onSay} />}</LatePart>
  )
}
