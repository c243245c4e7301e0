// … or by a name that is not its door.
export { codePointLength } from '#core/article/text.ts'
