import { LatePart } from '#ui/LatePart.tsx'
import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ComponentType,
  type ReactNode,
} from 'react'
import { asksForPalette } from './palette-key.ts'

interface Closable {
  readonly onClose: () => void
}

interface PaletteOfPage {
  readonly palette: ReactNode
  readonly open: () => void
}

/** The page's command palette: Ctrl or ⌘ and K opens it, and closes it again; loaded when it is asked for. */
export function usePalette<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props & Closable> }>,
  props: Props,
  onUnreachable: () => void,
): PaletteOfPage {
  const [Part, setPart] = useState<ComponentType<Props & Closable> | null>(null)
  const loaded = useRef<ComponentType<Props & Closable>>(null)
  const opener = useRef<Element>(null)
  const open = () => {
    opener.current = document.activeElement
    const part = loaded.current
    // What is here opens at once: the next key is already typed into it.
    if (part !== null) setPart(() => part)
    else
      load().then((module) => {
        loaded.current = module.default
        setPart(() => module.default)
      }, onUnreachable)
  }
  const press = useEffectEvent((event: KeyboardEvent) => {
    // Another dialog that is modal comes first.
    const isTaken = document.querySelector('dialog:modal:not(.palette)') !== null
    if (isTaken || !asksForPalette(event)) return
    event.preventDefault()
    if (Part === null) open()
    else document.querySelector<HTMLDialogElement>('dialog.palette')?.close()
  })
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('keydown', press)
    }
  }, [])
  return {
    // Within the condition: once it has failed, it is drawn anew when it is asked for again.
    palette: Part !== null && (
      <LatePart
        fallback={
          <Failed
            onFailed={() => {
              setPart(null)
              onUnreachable()
            }}
          />
        }
      >
        <Part
          {...props}
          onClose={() => {
            setPart(null)
            // The field takes the focus before the dialog could note where it was.
            const back = opener.current
            if (back instanceof HTMLElement) back.focus({ preventScroll: true })
          }}
        />
      </LatePart>
    ),
    open,
  }
}

/** Stands in for a part that cannot be drawn, and tells whoever has opened it. */
function Failed({ onFailed }: { readonly onFailed: () => void }): ReactNode {
  const tell = useEffectEvent(onFailed)
  useEffect(() => {
    tell()
  }, [])
  return null
}
