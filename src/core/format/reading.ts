import type { FootnoteReference, LayerId, LayerKind } from '#core/article'
import type { Node } from 'unist'
import type { CapitalsList } from './capitals.ts'
import type { Identified } from './ids.ts'
import { LineIndex } from './line-index.ts'
import type { FilePoint, Messages, Told } from './messages.ts'

/** What stays the same while one article is read, and what is gathered on the way. */
export class Reading {
  readonly source: string
  readonly lines: LineIndex
  readonly messages: Messages
  readonly capitals: CapitalsList
  /** Null where the front matter does not say which layers there are; then nobody can be told that one is unknown. */
  readonly layers: readonly { readonly id: string; readonly kind: LayerKind }[] | null
  /** Where link references lead. */
  readonly definitions: ReadonlyMap<string, string>
  readonly points = new Map<Identified, FilePoint>()
  readonly explicitIds = new Map<Identified, string>()
  /** Markers in the order in which they are met, each with the layer that sets it. */
  readonly markers: { readonly reference: FootnoteReference; readonly layer: LayerId }[] = []
  /** Links within the article, checked once all ids are known. */
  readonly links: { readonly place: string; readonly at: FilePoint | undefined }[] = []

  constructor(parts: Pick<Reading, 'source' | 'messages' | 'capitals' | 'layers' | 'definitions'>) {
    this.source = parts.source
    this.lines = new LineIndex(parts.source)
    this.messages = parts.messages
    this.capitals = parts.capitals
    this.layers = parts.layers
    this.definitions = parts.definitions
  }

  tell(told: Told, node: Pick<Node, 'position'> | undefined): void {
    this.messages.tell(told, node?.position?.start)
  }

  /** Remembers where a thing stands in the file, and the id that was set for it by hand. */
  place<Thing extends Identified>(
    thing: Thing,
    node: Pick<Node, 'position'>,
    id: string | null = null,
  ): Thing {
    const start = node.position?.start
    if (start !== undefined) this.points.set(thing, { line: start.line, column: start.column })
    if (id !== null) this.explicitIds.set(thing, id)
    return thing
  }

  /** The characters of a node as they stand in the file. */
  slice(node: Pick<Node, 'position'>): string {
    const { start, end } = node.position ?? {}
    return start?.offset === undefined || end?.offset === undefined
      ? ''
      : this.source.slice(start.offset, end.offset)
  }
}

/** Who speaks where the words stand, and what may stand there. */
export interface Place {
  readonly layer: LayerId
  /** The editor's words are in no list of capitals. */
  readonly ours: boolean
  /** Inside a quote, list, note or container, where no passage can begin. */
  readonly nested: boolean
}
