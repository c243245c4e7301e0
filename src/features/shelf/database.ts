import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type {
  DraftCard,
  DraftRecord,
  MaterialRecord,
  OwnArticleCard,
  OwnFolder,
} from './records.ts'

/*
 * The one file that opens the reader's own library. Lists are kept apart from what is long, so that
 * showing them reads no article.
 */

interface Shelf extends DBSchema {
  'draft-cards': { key: string; value: DraftCard }
  drafts: { key: string; value: DraftRecord }
  materials: { key: string; value: MaterialRecord }
  'article-cards': { key: string; value: OwnArticleCard }
  folders: { key: string; value: OwnFolder }
}

export type ShelfDatabase = IDBPDatabase<Shelf>

/** What a database of this version lacks is made step by step, from whichever version it has. */
const DATABASE = 'palimpsest'
const VERSION = 1
const STEPS: readonly ((database: ShelfDatabase) => void)[] = [
  (database) => {
    for (const name of ['draft-cards', 'drafts', 'materials', 'article-cards', 'folders'] as const)
      database.createObjectStore(name, { keyPath: 'id' })
  },
]

/**
 * - `unavailable`: a private window, a browser that keeps nothing, a database that does not answer
 * - `full`: there is no room left
 * - `outdated`: a newer release has changed the database, so this page has to be loaded anew
 * - `unreachable`: a part of this site that is needed for it cannot be loaded, as without a connection
 */
export type ShelfFault = 'unavailable' | 'full' | 'outdated' | 'unreachable'

export type Kept<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: ShelfFault }

/** Milliseconds after which a database that says nothing counts as one that cannot be opened. */
const PATIENCE = 4000

let connection: Promise<ShelfDatabase> | null = null

/** Does something with the library. What may fail about a browser's storage comes back as a reason. */
export async function withShelf<Value>(
  work: (database: ShelfDatabase) => Promise<Value>,
): Promise<Kept<Value>> {
  try {
    return { ok: true, value: await work(await connected()) }
  } catch (error) {
    if (!isLostConnection(error)) return { ok: false, reason: faultOf(error) }
  }
  // The browser closes connections by itself, as after a long sleep. Once is no reason to give up.
  connection = null
  try {
    return { ok: true, value: await work(await connected()) }
  } catch (error) {
    return { ok: false, reason: faultOf(error) }
  }
}

/**
 * Waits until requests and their transaction are done. Of what went wrong the full disk is told: the
 * browser says it of the transaction, and of its requests only that they were given up.
 */
export async function complete(all: readonly Promise<unknown>[]): Promise<void> {
  const reasons = (await Promise.allSettled(all)).flatMap((one): unknown[] =>
    one.status === 'rejected' ? [one.reason] : [],
  )
  if (reasons.length > 0)
    throw reasons.find((reason) => nameOf(reason) === 'QuotaExceededError') ?? reasons[0]
}

function connected(): Promise<ShelfDatabase> {
  if (connection === null) {
    const opening = within(PATIENCE, open())
    connection = opening
    opening.catch(() => {
      if (connection === opening) connection = null
    })
  }
  return connection
}

async function open(): Promise<ShelfDatabase> {
  const forget = () => {
    connection = null
  }
  const database = await openDB<Shelf>(DATABASE, VERSION, {
    upgrade: (upgraded, from) => {
      for (const step of STEPS.slice(from)) step(upgraded)
    },
    // A newer release in another tab waits for this: it must not wait for ever.
    blocking: (_from, _to, event) => {
      forget()
      if (event.target instanceof IDBDatabase) event.target.close()
    },
    terminated: forget,
  })
  return database
}

class NoAnswer extends Error {}

function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new NoAnswer(`No answer within ${milliseconds} ms.`))
    }, milliseconds)
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer)
    })
  })
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : ''
}

function isLostConnection(error: unknown): boolean {
  return nameOf(error) === 'InvalidStateError'
}

function faultOf(error: unknown): ShelfFault {
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return 'full'
    case 'VersionError':
      return 'outdated'
    default:
      return 'unavailable'
  }
}
