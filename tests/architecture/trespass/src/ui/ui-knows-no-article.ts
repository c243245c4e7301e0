// A control would know what an article is; a type is knowledge, too.
export type { Article } from '#core/article'
