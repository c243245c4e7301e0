import { libraryCard, type Article } from '#core/article'
import type { Draft } from '#core/importer'
import { packFolder, type Folder } from '#core/sharing'
import { saveFile } from '#ui/save-file.ts'
import type { Compiled } from './compile.ts'
import type { Kept } from './database.ts'
import { loadArticleFolder, putArticle, replaceArticle } from './store.ts'

/* What needs the parser, which is loaded for it. */

const loadCompiler = () => import('./compile.ts')

type Compiler = Awaited<ReturnType<typeof loadCompiler>>

/** Compiles an own article, or one that came with a link or a file. */
export async function compile(folder: Folder): Promise<Compiled> {
  return (await loadCompiler()).compileArticle(folder)
}

/** An own article as it is kept, and what comes of it; null where this browser has none. */
export async function openArticle(id: string): Promise<Kept<OpenedArticle | null>> {
  const kept = await loadArticleFolder(id)
  if (!kept.ok || kept.value === null) return kept.ok ? { ok: true, value: null } : kept
  const { markdown, source } = kept.value
  // It has been held against its source before it was kept.
  const compiled = await compile({ slug: id, markdown, source: null })
  return { ok: true, value: { markdown, source, compiled } }
}

export interface OpenedArticle {
  readonly markdown: string
  readonly source: string | null
  readonly compiled: Compiled
}

/** Does something that needs the parser, which without a connection may not be there. */
async function withCompiler<Value>(
  work: (compiler: Compiler) => Promise<Value>,
): Promise<Value | Unreachable> {
  const compiler = await loadCompiler().catch(() => null)
  return compiler === null ? { ok: false, reason: 'unreachable' } : work(compiler)
}

interface Unreachable {
  readonly ok: false
  readonly reason: 'unreachable'
}

/** The article folder that a draft makes. */
export async function folderOf(draft: Draft): Promise<Folder> {
  const { folderOfDraft } = await loadCompiler()
  return folderOfDraft(draft, slugOf(draft.about.title ?? ''))
}

/**
 * The name of an article's folder: small Latin letters and digits, with single hyphens, as a publisher
 * needs it.
 */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}'’]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replaceAll(/^-|-$/g, '')
  return slug === '' ? 'article' : slug
}

const LONGEST_SLUG = 60

export type Keeping =
  | Kept<string>
  | { readonly ok: false; readonly reason: 'unreadable'; readonly messages: readonly string[] }

/** Puts an article on the shelf, if it can be read. */
export async function keepArticle(folder: Folder, draft: string | null = null): Promise<Keeping> {
  return keep<never>(folder, draft, () => Promise.resolve(null))
}

interface Unwanted {
  readonly ok: false
  readonly reason: 'unwanted'
}

/** The same, and asks whether that is still wanted, once it has been read. */
export async function keepIfWanted(
  folder: Folder,
  draft: string | null,
  isStillWanted: () => Promise<boolean>,
): Promise<Keeping | Unwanted> {
  return keep<Unwanted>(folder, draft, async () =>
    (await isStillWanted()) ? null : { ok: false, reason: 'unwanted' },
  )
}

async function keep<Refusal>(
  folder: Folder,
  draft: string | null,
  refuse: () => Promise<Refusal | null>,
): Promise<Keeping | Refusal> {
  return withCompiler<Keeping | Refusal>(async ({ compileArticle }) => {
    const compiled = compileArticle(folder)
    if (!compiled.ok) return { ok: false, reason: 'unreadable', messages: compiled.messages }
    const refusal = await refuse()
    if (refusal !== null) return refusal
    const { article } = compiled
    const { markdown, source } = folder
    return putArticle({ ...factsOf(article), markdown, source, draft })
  })
}

function factsOf(article: Article) {
  const hands = article.hands.map(({ name }) => name)
  return {
    title: article.title,
    hands: [...new Set(hands.length > 0 ? hands : article.authors)],
    facts: libraryCard(article),
  }
}

/** Gives an article another title, in its text as well; false where there is none that could have it. */
export async function renameArticle(id: string, title: string): Promise<Kept<boolean>> {
  return withCompiler((compiler) => rename(compiler, id, title))
}

async function rename(compiler: Compiler, id: string, title: string): Promise<Kept<boolean>> {
  const folder = await loadArticleFolder(id)
  if (!folder.ok) return folder
  const before = folder.value?.markdown ?? null
  const markdown = before === null ? null : compiler.retitled(before, title)
  if (before === null || markdown === null) return { ok: true, value: false }
  const compiled = compiler.compileArticle({ slug: slugOf(title), markdown, source: null })
  if (!compiled.ok) return { ok: true, value: false }
  const kept = await replaceArticle(id, before, { ...factsOf(compiled.article), markdown })
  // Another tab has put other words there meanwhile, or taken it away: those are what is renamed.
  return kept.ok && !kept.value ? rename(compiler, id, title) : kept
}

/** Saves an article's folder as one file, under the name that this returns. */
export function saveFolder(folder: Folder): string {
  const name = `${folder.slug}.zip`
  const bytes = packFolder(folder, new Date())
  saveFile(new Blob([new Uint8Array(bytes)], { type: 'application/zip' }), name)
  return name
}
