// Whoever imports this file learns the virtual modules too; an import cannot name a file of ambient modules.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./virtual.d.ts" preserve="true" />
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { parse as parseYaml, YAMLParseError } from 'yaml'
import type { Site } from 'virtual:site'

/** Where a build reads and writes, and which site it makes. All paths are absolute. */
export interface BuildSettings {
  readonly root: string
  /** One folder per article, and `site.yaml`. */
  readonly contentDir: string
  /** The finished site. */
  readonly outDir: string
  /** The app compiled for Node; only the prerenderer reads it. */
  readonly serverDir: string
  /** What may be kept from one build to the next. */
  readonly cacheDir: string
  readonly site: Site
}

/**
 * The environment may say otherwise: `CONTENT_DIR` and `OUT_DIR` (seen from the root), `SITE_URL`
 * (where the site will live), `BASE_PATH` (when only the path is known).
 */
export type BuildEnvironmentVariables = Readonly<Record<string, string | undefined>>

export function readSettings(root: string, environment: BuildEnvironmentVariables): BuildSettings {
  const contentDir = path.resolve(root, environment['CONTENT_DIR'] ?? 'src/content')
  const outDir = path.resolve(root, environment['OUT_DIR'] ?? 'dist')
  const cacheDir = path.join(root, '.cache')
  return {
    root,
    contentDir,
    outDir,
    // One per site, so that two sites can be built at the same time.
    serverDir: path.join(cacheDir, 'server', path.relative(root, outDir).replace(/[^\w-]+/g, '_')),
    cacheDir,
    site: resolveSite(readSiteFile(root, contentDir), environment),
  }
}

export interface SiteFile {
  readonly name: string
  readonly description: string
  readonly url: string | null
}

const siteFileSchema = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty()),
  description: v.string(),
  url: v.optional(v.nullable(v.string()), null),
})

function readSiteFile(root: string, contentDir: string): SiteFile {
  // A folder of articles without a file of its own, such as the tests', belongs to the same site.
  const candidates = [contentDir, path.join(root, 'src/content')].map((dir) =>
    path.join(dir, 'site.yaml'),
  )
  const file = candidates.find((candidate) => existsSync(candidate))
  if (file === undefined) {
    throw new Error(
      `There is no ${candidates[0]}. Write one with name, description and url (or url: null).`,
    )
  }
  return parseSiteFile(readFileSync(file, 'utf8'), path.relative(root, file))
}

/** Throws with the name of the file and of the field that is wrong. */
export function parseSiteFile(text: string, file: string): SiteFile {
  const result = v.safeParse(siteFileSchema, readYaml(text, file))
  if (result.success) return result.output
  const [issue] = result.issues
  throw new Error(`${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
}

function readYaml(text: string, file: string): unknown {
  try {
    return parseYaml(text, { prettyErrors: false })
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    const line = text.slice(0, error.pos[0]).split('\n').length
    throw new Error(`${file}: line ${line} is not YAML: ${error.message}`, { cause: error })
  }
}

/** Puts together what the file says with what the environment says; the environment wins. */
export function resolveSite(file: SiteFile, environment: BuildEnvironmentVariables): Site {
  const address = environment['SITE_URL'] || file.url
  const base = environment['BASE_PATH'] ? withSlashes(environment['BASE_PATH']) : null
  if (address === null) return { ...file, base: base ?? '/' }
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new Error(
      `The address of the site must begin with https:// or http://, and this does not: ${address}`,
    )
  }
  const { origin, pathname } = new URL(address)
  const path = base ?? withSlashes(pathname)
  return { ...file, url: origin + path, base: path }
}

function withSlashes(path: string): string {
  return `/${path}/`.replace(/\/{2,}/g, '/')
}

/** The address of something in the site, given without a leading slash: absolute where the site has an address, else a path. */
export function publicAddress(site: Site, path: string): string {
  return (site.url ?? site.base) + path
}
