import { SEGMENT_CLASSES } from '#core/importer'
import type { KeyboardEvent } from 'react'
import type { SegmentClass } from '../model.ts'

/** What a key asks for in the list of blocks. */
export type KeyCommand =
  | { readonly type: 'move'; readonly by: number; readonly isExtended: boolean }
  | { readonly type: 'end'; readonly to: 'first' | 'last'; readonly isExtended: boolean }
  | { readonly type: 'assign'; readonly class: SegmentClass }
  | { readonly type: 'doubt'; readonly direction: 1 | -1 }
  | {
      readonly type: 'settle' | 'split' | 'join' | 'lost' | 'voice' | 'section' | 'details' | 'keys'
    }

/** Blocks that Page Up and Page Down go. */
const PAGE = 10

/** Null where it asks for nothing of ours. Letters and digits are single keys, which a reader may have switched off. */
export function commandOf(event: KeyboardEvent, areSingleKeysOn: boolean): KeyCommand | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event
  if (ctrlKey || metaKey || altKey) return null
  const isExtended = shiftKey
  switch (key) {
    case 'ArrowDown':
      return { type: 'move', by: 1, isExtended }
    case 'ArrowUp':
      return { type: 'move', by: -1, isExtended }
    case 'PageDown':
      return { type: 'move', by: PAGE, isExtended }
    case 'PageUp':
      return { type: 'move', by: -PAGE, isExtended }
    case 'Home':
      return { type: 'end', to: 'first', isExtended }
    case 'End':
      return { type: 'end', to: 'last', isExtended }
    case 'Enter':
      return { type: 'details' }
    case ' ':
      return { type: 'settle' }
  }
  return areSingleKeysOn ? singleKey(key) : null
}

function singleKey(key: string): KeyCommand | null {
  const segmentClass = /^[1-9]$/.test(key) ? SEGMENT_CLASSES[Number(key) - 1] : undefined
  if (segmentClass !== undefined) return { type: 'assign', class: segmentClass }
  switch (key.toLowerCase()) {
    case 'n':
      return { type: 'doubt', direction: 1 }
    case 'p':
      return { type: 'doubt', direction: -1 }
    case 's':
      return { type: 'split' }
    case 'j':
      return { type: 'join' }
    case 'l':
      return { type: 'lost' }
    case 'v':
      return { type: 'voice' }
    case 'h':
      return { type: 'section' }
    case '?':
      return { type: 'keys' }
  }
  return null
}

/** Ctrl or ⌘ and Z, with Shift or Ctrl and Y for the way back. */
export function historyKey({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>):
  'undo' | 'redo' | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' && !shiftKey ? 'redo' : null
}
