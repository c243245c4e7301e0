import {
  isSameSet,
  presetLayers,
  PRESETS,
  type LayerFacts,
  type LayerId,
  type PresetName,
} from '#core/article'
import { LayersIcon } from '#ui/icons.tsx'
import * as words from '#words/reader'
import * as common from '#words/common'
import { useRef, type ReactNode } from 'react'

interface LayerBarProps {
  readonly layers: readonly LayerFacts[]
  readonly visible: readonly LayerId[]
  /** Whether digits switch. */
  readonly hasKeys: boolean
  readonly onToggle: (id: LayerId) => void
  readonly onOnly: (id: LayerId) => void
  readonly onPreset: (name: PresetName) => void
}

/** A chip per layer in the bar; on a phone the same chips open as a sheet. */
export function LayerBar({
  layers,
  visible,
  hasKeys,
  onToggle,
  onOnly,
  onPreset,
}: LayerBarProps): ReactNode {
  return (
    <>
      <button type="button" className="bar-button layers-button" popoverTarget="layers">
        <LayersIcon />
        <span>{common.layers}</span>
        <span className="layers-summary" aria-hidden="true">
          {layers.map((layer) => (
            <span
              key={layer.id}
              className="shape"
              data-kind={layer.kind}
              data-state={visible.includes(layer.id) ? 'on' : 'off'}
            />
          ))}
        </span>
      </button>
      <div className="layers" id="layers" popover="auto" role="group" aria-label={common.layers}>
        {layers.map((layer, index) => (
          <LayerChip
            key={layer.id}
            layer={layer}
            digit={hasKeys && index < 9 ? String(index + 1) : undefined}
            isVisible={visible.includes(layer.id)}
            onToggle={onToggle}
            onOnly={onOnly}
          />
        ))}
        <button type="button" className="bar-button views-button" popoverTarget="views">
          {words.presets}
        </button>
        <div className="views" id="views" popover="auto" role="group" aria-label={words.presets}>
          {PRESETS.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={isSameSet(visible, presetLayers(name, layers))}
              data-preset={name}
              onClick={({ currentTarget }) => {
                const views = currentTarget.closest<HTMLElement>('.views:popover-open')
                views?.hidePopover()
                onPreset(name)
              }}
            >
              {words.preset[name]}
            </button>
          ))}
        </div>
      </div>
    </>
  )
}

interface LayerChipProps {
  readonly layer: LayerFacts
  /** The key that switches it. */
  readonly digit: string | undefined
  readonly isVisible: boolean
  readonly onToggle: (id: LayerId) => void
  readonly onOnly: (id: LayerId) => void
}

function LayerChip({ layer, digit, isVisible, onToggle, onOnly }: LayerChipProps): ReactNode {
  const press = useLongPress(() => {
    onOnly(layer.id)
  })
  const id = `layer-switch.${layer.id}`
  return (
    <div className="layer" data-kind={layer.kind}>
      <button
        type="button"
        role="switch"
        className="layer-switch"
        aria-checked={isVisible}
        aria-labelledby={`${id}.label`}
        aria-describedby={`${id}.facts`}
        aria-keyshortcuts={digit}
        data-layer-switch={layer.id}
        {...press.handlers}
        onClick={() => {
          if (!press.hasFired()) onToggle(layer.id)
        }}
      >
        <span className="shape" data-kind={layer.kind} />
        <span className="layer-label" id={`${id}.label`}>
          {layer.label}
        </span>
        <span className="layer-count" aria-hidden="true">
          {layer.places}
        </span>
        <span className="layer-knob" aria-hidden="true" />
      </button>
      <div className="layer-more">
        <span className="layer-facts" id={`${id}.facts`}>
          {factsOf(layer)}
        </span>
        {hasWords(layer) && (
          <button
            type="button"
            className="layer-only"
            aria-label={words.onlyLayer(layer.label)}
            onClick={() => {
              onOnly(layer.id)
            }}
          >
            {words.onlyThis}
          </button>
        )}
      </div>
    </div>
  )
}

/** Footnote markers and capitals are marks on the words of others. */
export function hasWords({ share }: LayerFacts): boolean {
  return share !== null
}

/** "2 passages, 9 % of the words" */
export function factsOf(layer: LayerFacts): string {
  const places = words.places(layer.kind, layer.places)
  return layer.share === null ? places : `${places}, ${words.share(layer.share)}`
}

const LONG_PRESS = 500

/** A long press by finger does what "only this" does; the click that ends it then does nothing. */
function useLongPress(action: () => void) {
  const timer = useRef<number>(undefined)
  const fired = useRef(false)
  const end = () => {
    window.clearTimeout(timer.current)
  }
  return {
    handlers: {
      onPointerDown: (event: { readonly pointerType: string }) => {
        fired.current = false
        if (event.pointerType === 'mouse') return
        timer.current = window.setTimeout(() => {
          fired.current = true
          action()
        }, LONG_PRESS)
      },
      onPointerUp: end,
      onPointerCancel: end,
      onPointerLeave: end,
    },
    hasFired: () => {
      const had = fired.current
      fired.current = false
      return had
    },
  }
}
