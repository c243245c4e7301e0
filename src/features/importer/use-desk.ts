import { useCallback, useEffect, useRef, useState } from 'react'
import { beginAssembly, draftOf, type Assembly } from './desk/pieces.ts'
import { STEPS } from './desk/protocol.ts'
import type { Answered, Asked, Brought, DeskLine, KeepingFault } from './desk/protocol.ts'
import type { Draft } from './model.ts'

/** What the page is doing. */
export type DeskState =
  | { readonly status: 'idle'; readonly failure: Failure | null }
  | {
      readonly status: 'busy'
      readonly name: string
      readonly step: 'reading' | 'separating'
      /** 0 to 1. */
      readonly share: number
    }
  | {
      readonly status: 'reviewing'
      readonly draft: Draft
    }

export interface Failure {
  readonly reason: string
  readonly about: string | null
}

export interface Desk {
  readonly state: DeskState
  /** Whether the draft, as it is on the page, is kept. */
  readonly keeping: 'kept' | 'keeping' | 'overtaken' | KeepingFault
  /** Whether another tab has gone on with this draft since. */
  readonly isOvertaken: boolean
  readonly read: (brought: Brought, name: string) => void
  readonly open: (id: string, name: string) => void
  /** Goes on with the draft as one of its own, beside that of another tab. */
  readonly keepApart: () => void
  /** Takes up the draft as another tab has kept it. */
  readonly takeOther: (title: string) => void
  /** Stops whatever is being done, and clears the desk, as soon as the draft on it is kept. */
  readonly clear: () => void
  readonly send: (asked: Asked) => void
  /** Hears what the desk answers from now on; the function returned ends that. */
  readonly listen: (listener: (answer: Answered) => void) => () => void
}

/** False where the browser has refused to keep the draft. */
export function isKept({ keeping }: Pick<Desk, 'keeping'>): boolean {
  return keeping === 'kept' || keeping === 'keeping'
}

/** Holds the desk: starts it when there is something to do, and puts together what it sends. */
export function useDesk(
  startDesk: () => DeskLine,
  newId: () => string,
  /** Told under which name the draft is kept that is on the desk; null once the desk is cleared. */
  onDraft: (id: string | null) => void,
): Desk {
  const [state, setState] = useState<DeskState>({ status: 'idle', failure: null })
  /** The steps after which the draft was kept last, or why it was not. */
  const [kept, setKept] = useState<number | KeepingFault | null>(null)
  const [steps, setSteps] = useState(0)
  const [isOvertaken, setOvertaken] = useState(false)
  const name = useRef('')
  const line = useRef<DeskLine | null>(null)
  /** What is still being kept when one leaves is kept first; where it cannot be, one stays and is told. */
  const isLeaving = useRef(false)
  const sent = useRef(0)
  const listeners = useRef(new Set<(answer: Answered) => void>())

  // The same at every render, for effects that ask or hear the desk.
  const send = useCallback((asked: Asked) => {
    line.current?.send(asked)
    if (!STEPS.has(asked.type)) return
    sent.current += 1
    setSteps(sent.current)
  }, [])
  const listen = useCallback((listener: (answer: Answered) => void) => {
    const { current } = listeners
    current.add(listener)
    return () => {
      current.delete(listener)
    }
  }, [])

  const end = () => {
    line.current?.end()
    line.current = null
  }
  // The desk is outside React, and goes with the page.
  useEffect(() => end, [])

  const fail = (reason: string, about: string | null = null) => {
    end()
    setState({ status: 'idle', failure: { reason, about } })
  }
  const leave = () => {
    end()
    onDraft(null)
    setState({ status: 'idle', failure: null })
  }
  const start = (
    title: string,
    asked: Extract<Asked, { readonly id: string }>,
    transfer: Transferable[] = [],
  ) => {
    end()
    name.current = asked.id
    let started: DeskLine
    try {
      started = startDesk()
    } catch {
      fail('worker-broken')
      return
    }
    line.current = started
    setState({ status: 'busy', name: title, step: 'reading', share: 0 })
    setOvertaken(false)
    setKept(null)
    setSteps(0)
    sent.current = 0
    isLeaving.current = false
    let assembly: Assembly | null = null
    started.onBroken(() => {
      fail('worker-broken')
    })
    started.onMessage((answer) => {
      // One that was cleared away may still have been speaking.
      if (line.current !== started) return
      for (const listener of listeners.current) listener(answer)
      if (answer.type === 'failed') fail(answer.reason, answer.about)
      else if (answer.type === 'kept') {
        setKept(answer.steps)
        if (isLeaving.current && answer.steps === sent.current) leave()
        else onDraft(name.current)
      } else if (answer.type === 'overtaken') {
        isLeaving.current = false
        setOvertaken(true)
      } else if (answer.type === 'not-kept') {
        isLeaving.current = false
        setKept(answer.reason)
      } else if (answer.type === 'progress') {
        setState({ status: 'busy', name: title, step: answer.step, share: answer.share })
      } else if (answer.type === 'head') assembly = beginAssembly(answer)
      else if (assembly !== null) {
        if (answer.type === 'fragments') assembly.fragments.push(...answer.fragments)
        else if (answer.type === 'segments') assembly.segments.push(...answer.segments)
        else if (answer.type === 'references') assembly.references.push(...answer.references)
        else if (answer.type === 'ready') {
          setState({ status: 'reviewing', draft: draftOf(assembly) })
          assembly = null
        }
      }
    })
    started.send(asked, transfer)
  }
  const keeping =
    typeof kept === 'string'
      ? kept
      : kept === steps
        ? 'kept'
        : isOvertaken
          ? 'overtaken'
          : 'keeping'
  return {
    state,
    keeping,
    isOvertaken,
    read: (brought, title) => {
      const transfer = brought.type === 'file' ? [brought.bytes.buffer] : []
      start(title, { type: 'read', id: newId(), brought }, transfer)
    },
    open: (id, title) => {
      start(title, { type: 'open', id })
    },
    keepApart: () => {
      name.current = newId()
      setOvertaken(false)
      setKept(null)
      send({ type: 'keep-apart', id: name.current })
    },
    takeOther: (title) => {
      start(title, { type: 'open', id: name.current })
    },
    clear: () => {
      isLeaving.current = state.status === 'reviewing' && keeping === 'keeping'
      if (!isLeaving.current) leave()
    },
    send,
    listen,
  }
}
