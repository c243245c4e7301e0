import * as words from '#words/search'
import type { ReactNode } from 'react'
import type { Group } from './groups.ts'

interface GroupSwitchesProps {
  readonly groups: readonly Group[]
  readonly counts: ReadonlyMap<string, number>
  /** The groups that are left out of the list. */
  readonly off: ReadonlySet<string>
  readonly onOff: (off: ReadonlySet<string>) => void
}

/** How many hits each layer has; pressed again, a layer is left out. The text keeps its layers as they are. */
export function GroupSwitches({ groups, counts, off, onOff }: GroupSwitchesProps): ReactNode {
  return (
    <div className="search-groups" role="group" aria-label={words.inWhichLayers}>
      {groups.map(({ id, label, kind }) => (
        <button
          key={id}
          type="button"
          aria-pressed={!off.has(id)}
          onClick={() => {
            const next = new Set(off)
            if (!next.delete(id)) next.add(id)
            onOff(next)
          }}
        >
          <span className="shape" data-kind={kind} />
          <span>{label}</span> <span className="search-count">{counts.get(id) ?? 0}</span>
        </button>
      ))}
    </div>
  )
}
