import type { build, Rolldown } from 'vite'

/* What a build has published, and how one finds in it what a page needs. */

/** A file of the browser’s half. */
export interface PublishedFile {
  readonly fileName: string
  /** Null for what is not text. */
  readonly text: string | null
  readonly originalFileNames: readonly string[]
  /** The modules that a script is made of, and the scripts it needs. */
  readonly modules: readonly string[]
  readonly imports: readonly string[]
}

type BuildOutput = Awaited<ReturnType<typeof build>>

/** All that a build has made, however Vite hands it over. */
export function filesOf(result: BuildOutput): readonly PublishedFile[] {
  if ('on' in result)
    throw new Error(
      'The site cannot be prerendered while Vite watches for changes; use the development server.',
    )
  const outputs: readonly Rolldown.RolldownOutput[] = Array.isArray(result) ? result : [result]
  return outputs.flatMap(({ output }) =>
    output.map((file) =>
      file.type === 'chunk'
        ? {
            fileName: file.fileName,
            text: file.code,
            originalFileNames: [],
            modules: file.moduleIds,
            imports: file.imports,
          }
        : {
            fileName: file.fileName,
            text: typeof file.source === 'string' ? file.source : null,
            originalFileNames: file.originalFileNames,
            modules: [],
            imports: [],
          },
    ),
  )
}

/** What stands in a file; throws where there is none, or no text. */
export function textOf(files: readonly PublishedFile[], fileName: string): string {
  const text = files.find((file) => file.fileName === fileName)?.text
  if (typeof text !== 'string')
    throw new Error(`The build of the app has no text file ${fileName}.`)
  return text
}

export const TEXT_FACE = 'literata-latin-wght-normal.woff2'
export const LEGIBLE_FACE = 'atkinson-hyperlegible-next-latin-wght-normal.woff2'

/** Where a face stands in the letters that every page has; the other subsets and the italic load when a page needs them. */
export function fontFiles(
  files: readonly PublishedFile[],
  base: string,
  file: string,
): readonly string[] {
  return files
    .filter(({ originalFileNames }) => originalFileNames.some((name) => name.endsWith(file)))
    .map(({ fileName }) => base + fileName)
}

/** The scripts that these modules have become, and those that they need. */
export function firstScripts(
  files: readonly PublishedFile[],
  steps: readonly RegExp[],
  base: string,
): readonly string[] {
  const roots = files.filter(({ modules }) =>
    modules.some((module) => steps.some((step) => step.test(module))),
  )
  const needed = new Set<string>()
  const visit = ({ fileName, imports }: PublishedFile) => {
    if (needed.has(fileName)) return
    needed.add(fileName)
    // Those that they need in turn, too, or the browser learns of each only from the one before.
    for (const file of files) if (imports.includes(file.fileName)) visit(file)
  }
  roots.forEach(visit)
  return [...needed].map((fileName) => base + fileName)
}
