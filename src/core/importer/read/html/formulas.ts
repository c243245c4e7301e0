import type { Container } from '../../model.ts'

/*
 * MathML as a line of text. What its elements say by where they set their parts is said by signs, so that no
 * power becomes a factor: `x^2`, `(a+b)/2`, `√(n)`.
 */

/** Signs around a part of a formula. */
export interface FormulaSigns {
  readonly before: string
  readonly after: string
}

/** Elements of formulas that hold no words themselves: white space in them is only how the file is set. */
const STRUCTURE: ReadonlySet<string> = new Set(
  'math mrow msup msub msubsup mfrac msqrt mroot munder mover munderover mtable mtr mtd semantics mstyle mpadded mfenced'.split(
    ' ',
  ),
)
/** By element, what stands before its second part and its third. */
const BETWEEN: ReadonlyMap<string, readonly string[]> = new Map([
  ['msup', ['^']],
  ['msub', ['_']],
  ['msubsup', ['_', '^']],
  ['mover', ['^']],
  ['munder', ['_']],
  ['munderover', ['_', '^']],
  ['mfrac', ['/']],
  ['mtable', ['; ']],
  ['mtr', [' ']],
])
const GROUPS: ReadonlySet<string> = new Set(['msup', 'msub', 'msubsup', 'munderover', 'mfrac'])
/** Formulas that stand beside what the page shows in their place, for programs that read it aloud. */
const ASIDE = /^(?:katex-mathml|mwe-math-mathml-.*|mjx-assistive-mml|mjx_assistive_mathml|hidden)$/
const FARTHEST = 4

export function isFormulaStructure(name: string): boolean {
  return STRUCTURE.has(name)
}

/** Whether the page shows something else in a formula's place. */
export function isFormulaAside(around: Container | null): boolean {
  for (let at = around, steps = 0; at !== null && steps < FARTHEST; at = at.parent, steps += 1)
    if (ASIDE.test(at.name) || at.hints.some((hint) => ASIDE.test(hint))) return true
  return false
}

/** What is written around the part of a formula that is the `nth` in its element, from 0. */
export function signsAround(parent: string, nth: number, name: string): FormulaSigns {
  const between = BETWEEN.get(parent)
  const repeats = parent === 'mtable' || parent === 'mtr'
  const sign = nth === 0 ? '' : (between?.[repeats ? 0 : nth - 1] ?? '')
  const isGroup = GROUPS.has(parent) && (name === 'mrow' || name === 'mfrac')
  const root = name === 'msqrt' || name === 'mroot' ? '√' : ''
  return {
    before: `${sign}${isGroup ? '(' : ''}${root}${root === '' ? '' : '('}`,
    after: `${root === '' ? '' : ')'}${isGroup ? ')' : ''}`,
  }
}
