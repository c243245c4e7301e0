// A room would be entered through the window.
export { codePointLength } from '../../core/article/text.ts'
