import * as v from 'valibot'
import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml'
import type { Document } from 'yaml'
import { frontMatterSchema, layersSchema } from './front-matter-schema.ts'
import type { FrontMatter, LayerFacts } from './front-matter-schema.ts'
import { sentences } from './messages.ts'
import type { FilePoint, Messages } from './messages.ts'

/** Keys that mean something to JavaScript objects; they are refused, so that no record can be poisoned. */
const REFUSED_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

type Path = readonly (string | number)[]

export interface FrontMatterReading {
  /** Null where anything is wrong with it. */
  readonly facts: FrontMatter | null
  /** The layers as far as they can be read, so that the text is checked even under bad front matter; null where they cannot. */
  readonly layers: readonly LayerFacts[] | null
  /** Where the thing at a path stands in the file; of a record's entry the key. */
  readonly at: (path: Path) => FilePoint
  /** The keys of the record at a path, as the file orders them; an object puts numbers first. */
  readonly keysOf: (path: Path) => readonly string[]
}

/** Reads YAML that begins on the line `firstLine` of the file. Every problem is told at once. */
export function readFrontMatter(
  yaml: string,
  firstLine: number,
  messages: Messages,
): FrontMatterReading {
  const lines = new LineCounter()
  const document = parseDocument(yaml, {
    lineCounter: lines,
    schema: 'core',
    resolveKnownTags: false,
    merge: false,
    strict: true,
    uniqueKeys: true,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
  })
  const pointAt = (offset: number): FilePoint => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) }
  }
  const at = (path: Path) => pointAt(offsetOf(document, path))
  const keysOf = (path: Path) => {
    const record = document.getIn(path)
    return isMap(record)
      ? record.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []))
      : []
  }
  const unreadable = { facts: null, layers: null, at, keysOf }

  for (const problem of [...document.errors, ...document.warnings])
    messages.tell(sentences.frontMatterSyntax(problem.message), pointAt(problem.pos[0]))
  refuseFeatures(document, (what, offset) =>
    messages.tell(sentences.frontMatterFeature(what), pointAt(offset)),
  )
  const refusedKeys = refuseKeys(document, (key, offset) =>
    messages.tell(sentences.frontMatterUnknownKey(key), pointAt(offset)),
  )
  if (document.errors.length > 0 || document.warnings.length > 0 || hasAliases(document))
    return unreadable

  const value: unknown = document.toJS({ maxAliasCount: 0 })
  const result = v.safeParse(frontMatterSchema, value)
  if (!result.success) tellIssues(result.issues, at, messages)
  const layers = result.success ? result.output.layers : layersOf(value)
  return { facts: result.success && !refusedKeys ? result.output : null, layers, at, keysOf }
}

function tellIssues(
  issues: readonly v.BaseIssue<unknown>[],
  at: (path: Path) => FilePoint,
  messages: Messages,
): void {
  for (const issue of issues) {
    const path = (issue.path ?? []).map((item) =>
      typeof item.key === 'number' ? item.key : String(item.key),
    )
    const key = path.at(-1) ?? ''
    const isUnknownKey = issue.type === 'strict_object' && issue.expected === 'never'
    messages.tell(
      isUnknownKey
        ? sentences.frontMatterUnknownKey(String(key))
        : sentences.frontMatterValue(path.join('.') || 'front matter', issue.message),
      at(path),
    )
  }
}

function layersOf(value: unknown): readonly LayerFacts[] | null {
  if (typeof value !== 'object' || value === null || !('layers' in value)) return null
  const result = v.safeParse(layersSchema, value.layers)
  return result.success ? result.output : null
}

function hasAliases(document: Document.Parsed): boolean {
  let found = false
  visit(document, {
    Alias: () => {
      found = true
      return visit.BREAK
    },
  })
  return found
}

/** Aliases could multiply a few lines into gigabytes, and tags name types that we do not have. */
function refuseFeatures(
  document: Document.Parsed,
  tell: (what: string, offset: number) => void,
): void {
  visit(document, {
    Node(_, node) {
      const offset = node.range?.[0] ?? 0
      if (isAlias(node)) tell('an alias (`*name`)', offset)
      else if (node.anchor !== undefined) tell('an anchor (`&name`)', offset)
    },
  })
}

function refuseKeys(
  document: Document.Parsed,
  tell: (key: string, offset: number) => void,
): boolean {
  let refused = false
  visit(document, {
    Pair(_, pair) {
      if (!isScalar(pair.key)) return
      const key = String(pair.key.value)
      if (!REFUSED_KEYS.has(key)) return
      refused = true
      tell(key, pair.key.range?.[0] ?? 0)
    },
  })
  return refused
}

/** Follows the path as far as it exists. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
  for (const step of path) {
    let next: unknown
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      )
      if (pair === undefined) break
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      next = pair.value
    } else if (isSeq(node)) {
      next = node.items[Number(step)]
      if (isNode(next)) offset = next.range?.[0] ?? offset
    }
    if (next === undefined || next === null) break
    node = next
  }
  return offset
}
