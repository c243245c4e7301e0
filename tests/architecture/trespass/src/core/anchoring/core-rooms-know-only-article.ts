// Two rooms of core would know each other.
export type { Message } from '#core/format'
