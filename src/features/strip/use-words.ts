import { useEffect, useEffectEvent, useState } from 'react'
import { readWords, type WordsOnPage } from './words-on-page.ts'

/** Milliseconds at a stretch: between two frames there is room for them. */
const SLICE = 6

/** Reads the words of a page in slices; null until that is done. */
export function useWordsOnPage(textOf: () => Element | null): WordsOnPage | null {
  const [words, setWords] = useState<WordsOnPage | null>(null)
  const text = useEffectEvent(textOf)
  useEffect(() => {
    const root = text()
    if (root === null) return
    const reading = readWords(root)
    let timer = 0
    const goOn = () => {
      const until = performance.now() + SLICE
      while (performance.now() < until) {
        const { done, value } = reading.next()
        if (done !== true) continue
        setWords(value)
        return
      }
      timer = window.setTimeout(goOn)
    }
    timer = window.setTimeout(goOn)
    return () => {
      window.clearTimeout(timer)
    }
  }, [])
  return words
}
