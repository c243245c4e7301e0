import type { Article } from '#core/article'

/** Grows when a program that reads the former form would misread this one. */
const VERSION = 1

/** The model itself, for programs. The version is that of the form, not of the article. */
export function writeJson(article: Article, url: string): string {
  return `${JSON.stringify({ format: 'palimpsest-article', version: VERSION, url, article }, null, 2)}\n`
}
