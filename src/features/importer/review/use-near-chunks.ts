import { useEffect, useState, type RefObject } from 'react'

/** Which chunks are in or near what is seen of a list that scrolls; `all` where the browser cannot say. */
export function useNearChunks(
  list: RefObject<HTMLElement | null>,
  chunks: number,
): ReadonlySet<number> | 'all' {
  const [near, setNear] = useState<ReadonlySet<number> | 'all'>(() =>
    'IntersectionObserver' in globalThis ? new Set([0]) : 'all',
  )
  // The observer is the browser's; a list of another length has other chunks to watch.
  useEffect(() => {
    const root = list.current
    if (root === null || !('IntersectionObserver' in globalThis)) return
    const observer = new IntersectionObserver(
      (entries) => {
        setNear((before) => {
          const next = new Set(before === 'all' ? [] : before)
          for (const { target, isIntersecting } of entries) {
            const chunk = Number(target.getAttribute('data-chunk'))
            if (isIntersecting) next.add(chunk)
            else next.delete(chunk)
          }
          return next
        })
      },
      // A window's height above and below.
      { root, rootMargin: '100% 0px' },
    )
    root.querySelectorAll('[data-chunk]').forEach((chunk) => {
      observer.observe(chunk)
    })
    return () => {
      observer.disconnect()
    }
  }, [list, chunks])
  return near
}
