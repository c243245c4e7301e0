import { firstWords, type KeptPlace } from '#core/resume'
import * as words from '#words/resume'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import styles from './resume.css?url'

interface ResumeOfferProps {
  readonly kept: KeptPlace
  /** The language of the text. */
  readonly lang: string
  readonly onGo: () => void
  readonly onForget: () => void
  /** The reader goes on without it. */
  readonly onPass: () => void
}

/** CSS pixels: who scrolls so far down has begun to read. */
const BEGUN = 48

/**
 * A quiet line above the bar. It covers the foot of the first screen, so it is gone as soon as
 * somebody scrolls towards what is under it.
 */
export function ResumeOffer({ kept, lang, onGo, onForget, onPass }: ResumeOfferProps): ReactNode {
  const box = useRef<HTMLElement>(null)
  const pass = useEffectEvent(onPass)
  // A live region is heard only if it stands there before its words do.
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setSaid(words.offered(kept.section))
    }, 100)
    return () => {
      window.clearTimeout(timer)
    }
  }, [kept])
  useEffect(() => {
    const start = window.scrollY
    const look = () => {
      if (window.scrollY - start > BEGUN) pass()
    }
    document.addEventListener('scroll', look, { passive: true })
    return () => {
      document.removeEventListener('scroll', look)
    }
  }, [])
  const leave = () => {
    // The focus would be nowhere.
    if (box.current?.contains(document.activeElement) === true)
      document.getElementById('text')?.focus({ preventScroll: true })
  }
  return (
    <>
      <link rel="stylesheet" href={styles} precedence="part" />
      <section
        ref={box}
        className="resume offer"
        aria-label={words.whereYouStopped}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          leave()
          onPass()
        }}
      >
        <p role="status" className="visually-hidden">
          {said}
        </p>
        <p className="resume-place">
          <span className="resume-words">
            <span className="resume-lead">{words.continueAt}: </span>
            <q lang={lang} dir="auto">
              {firstWords(kept.exact)}
            </q>
          </span>
          {kept.section !== '' && (
            <span className="resume-section" lang={lang} dir="auto">
              {kept.section}
            </span>
          )}
        </p>
        <button type="button" className="resume-go" onClick={onGo}>
          {words.go}
        </button>
        <button
          type="button"
          onClick={() => {
            leave()
            onForget()
          }}
        >
          {words.forget}
        </button>
      </section>
    </>
  )
}
