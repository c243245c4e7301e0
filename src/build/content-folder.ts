import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { Article, Figure } from '#core/article'
import { checkArticle } from '#core/format'
import { figuresOf, mapFigures } from './figures.ts'
import { isFolderName } from './folder-name.ts'

/** What an author is told by `#core/format` and, about files, by this file: where, which rule, why, and what to do. */
export interface BuildMessage {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly ruleId: string
  readonly reason: string
  readonly advice: string
}

interface ArticleImage {
  /** Seen from the base of the site. The content's hash is in it, so it may be cached for ever. */
  readonly path: string
  readonly content: Buffer
}

export type CompiledArticle =
  | {
      readonly ok: true
      /** Its figures carry the address and the size of their image. */
      readonly article: Article
      readonly images: readonly ArticleImage[]
      readonly warnings: readonly BuildMessage[]
    }
  | { readonly ok: false; readonly messages: readonly BuildMessage[] }

/** The folder of articles as the build sees it: compiled on demand, once, until told that a file changed. */
export interface ContentFolder {
  /** Absolute. */
  readonly dir: string
  readonly slugs: () => Promise<readonly string[]>
  /** What is said of folders with a source and no article yet: nothing is published of them, and nothing waits for them. */
  readonly unbegun: () => Promise<readonly BuildMessage[]>
  readonly compile: (slug: string) => Promise<CompiledArticle>
  /** Every article, in the order of the library; throws one error with all messages of all articles. */
  readonly articles: () => Promise<readonly Article[]>
  /** Those that are in order, whatever is wrong with others: for whoever is still writing one. */
  readonly readable: () => Promise<readonly Article[]>
  /** The article whose folder holds this file, or null. */
  readonly slugOf: (file: string) => string | null
  readonly forget: (slug: string) => void
}

export function openContentFolder(options: {
  readonly dir: string
  readonly root: string
  readonly base: string
}): ContentFolder {
  const compiled = new Map<string, Promise<CompiledArticle>>()

  const slugs = async () => {
    const entries = await readdir(options.dir, { withFileTypes: true })
    return entries
      .filter(
        (entry) =>
          entry.isDirectory() && existsSync(path.join(options.dir, entry.name, 'article.md')),
      )
      .map((entry) => entry.name)
      .sort()
  }
  const compile = (slug: string) => {
    const known = compiled.get(slug)
    if (known !== undefined) return known
    const fresh = compileFolder(path.join(options.dir, slug), slug, options)
    compiled.set(slug, fresh)
    return fresh
  }

  return {
    dir: options.dir,
    slugs,
    unbegun: async () => {
      const entries = await readdir(options.dir, { withFileTypes: true })
      return entries
        .map(({ name }) => path.join(options.dir, name))
        .filter((dir) => existsSync(path.join(dir, 'source.txt')))
        .filter((dir) => !existsSync(path.join(dir, 'article.md')))
        .sort()
        .map((dir) => missingArticle(path.relative(options.root, path.join(dir, 'source.txt'))))
    },
    compile,
    articles: async () => {
      const results = await Promise.all((await slugs()).map(compile))
      const messages = results.flatMap((result) => (result.ok ? [] : result.messages))
      if (messages.length > 0) throw new ContentError(messages)
      return results.flatMap((result) => (result.ok ? [result.article] : [])).sort(inLibraryOrder)
    },
    readable: async () => {
      const results = await Promise.all((await slugs()).map(compile))
      return results.flatMap((result) => (result.ok ? [result.article] : [])).sort(inLibraryOrder)
    },
    slugOf: (file) => {
      const inside = path.relative(options.dir, file)
      if (inside.startsWith('..') || path.isAbsolute(inside)) return null
      const [slug, ...rest] = inside.split(path.sep)
      return slug === undefined || rest.length === 0 ? null : slug
    },
    forget: (slug) => {
      compiled.delete(slug)
    },
  }
}

/** Newest first; what has no date comes last, by its name. */
function inLibraryOrder(one: Article, other: Article): number {
  const [date, otherDate] = [one.source.published ?? '', other.source.published ?? '']
  if (date !== otherDate) return date < otherDate ? 1 : -1
  return one.slug < other.slug ? -1 : 1
}

/** Articles that cannot be published as they stand: all messages, and in Vite's terms the place of the first. */
export class ContentError extends Error {
  readonly #first: BuildMessage | undefined

  constructor(messages: readonly BuildMessage[]) {
    super(`The articles are not in order:\n${messages.map(formatMessage).join('\n')}`)
    // Vite prints the stack; where in the build an author's mistake was noticed helps nobody.
    this.stack = this.message
    this.#first = messages[0]
  }

  get id(): string | undefined {
    return this.#first && path.resolve(this.#first.file)
  }

  get loc() {
    return (
      this.#first && {
        file: path.resolve(this.#first.file),
        line: this.#first.line,
        column: this.#first.column,
      }
    )
  }
}

export function formatMessage({
  file,
  line,
  column,
  ruleId,
  reason,
  advice,
}: BuildMessage): string {
  return `${file}:${line}:${column} ${ruleId} ${reason} — ${advice}`
}

async function compileFolder(
  dir: string,
  slug: string,
  options: { readonly root: string; readonly base: string },
): Promise<CompiledArticle> {
  const articleFile = path.join(dir, 'article.md')
  const sourceFile = path.join(dir, 'source.txt')
  const file = path.relative(options.root, articleFile)
  if (!isFolderName(slug)) return { ok: false, messages: [unusableName(file, slug)] }
  const markdown = await readFile(articleFile, 'utf8')
  const source = existsSync(sourceFile) ? await readFile(sourceFile, 'utf8') : null
  const { article, messages } = checkArticle({
    markdown,
    source,
    slug,
    file,
    sourceFile: path.relative(options.root, sourceFile),
  })
  if (article === null) return { ok: false, messages }

  const sources = [...new Set(figuresOf(article).map((figure) => figure.src))].filter(
    (src) => src !== '',
  )
  const images = await Promise.all(sources.map((src) => readImage(dir, slug, src)))
  const unusable = images.flatMap((image) =>
    image.ok ? [] : [unusableImage(file, markdown, image)],
  )
  if (unusable.length > 0) return { ok: false, messages: unusable }

  const usable = new Map(images.flatMap((image) => (image.ok ? [[image.src, image] as const] : [])))
  return {
    ok: true,
    article: mapFigures(article, (figure): Figure => {
      const image = usable.get(figure.src)
      return image === undefined
        ? figure
        : { ...figure, src: options.base + encodeURI(image.path), size: image.size }
    }),
    images: [...usable.values()],
    warnings: source === null ? [...messages, missingSource(file)] : messages,
  }
}

type ImageFile =
  | (ArticleImage & {
      readonly ok: true
      readonly src: string
      readonly size: { readonly width: number; readonly height: number }
    })
  | { readonly ok: false; readonly src: string; readonly reason: string; readonly advice: string }

async function readImage(dir: string, slug: string, src: string): Promise<ImageFile> {
  const file = path.join(dir, src)
  if (!existsSync(file)) {
    return {
      ok: false,
      src,
      reason: `There is no file “${src}”.`,
      advice: 'Put it beside article.md, or mend the name.',
    }
  }
  const content = await readFile(file)
  // autoOrient: as browsers show it, turned the way the camera says.
  const size = await sharp(content)
    .metadata()
    .then(({ autoOrient: { width, height } }) => ({ width, height }))
    .catch(() => null)
  if (size === null) {
    return {
      ok: false,
      src,
      reason: `“${src}” cannot be read as an image.`,
      advice: 'Save it again, or take another file.',
    }
  }
  const { name, ext } = path.parse(src)
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8)
  return {
    ok: true,
    src,
    path: `assets/${slug}/${name}-${hash}${ext.toLowerCase()}`,
    content,
    size,
  }
}

function unusableName(file: string, slug: string): BuildMessage {
  return {
    file,
    line: 1,
    column: 1,
    ruleId: 'folder-name',
    reason: `The folder’s name, “${slug}”, becomes the article’s address.`,
    advice: 'Name it in small Latin letters and digits, with single hyphens between words.',
  }
}

function missingArticle(file: string): BuildMessage {
  return {
    file,
    line: 1,
    column: 1,
    ruleId: 'missing-article',
    reason: 'There is no article.md beside it, so nothing of it is published.',
    advice: 'Write article.md; if it is there under another name, mend the name.',
  }
}

function missingSource(file: string): BuildMessage {
  return {
    file,
    line: 1,
    column: 1,
    ruleId: 'missing-source',
    reason: 'There is no source.txt beside it.',
    advice:
      'Put the text exactly as it was handed over into source.txt: the build proves that nothing of it is lost.',
  }
}

function unusableImage(
  file: string,
  markdown: string,
  {
    src,
    reason,
    advice,
  }: { readonly src: string; readonly reason: string; readonly advice: string },
): BuildMessage {
  // The model has no positions; the first figure that names the file is the place.
  const before = markdown.slice(0, Math.max(0, markdown.search(figureNaming(src)))).split('\n')
  const column = (before.at(-1) ?? '').length + 1
  return { file, line: before.length, column, ruleId: 'figure-image', reason, advice }
}

function figureNaming(src: string): RegExp {
  return new RegExp(`:::+figure[^\n]*${src.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}
