/**
 * Where a test has many like cases, a few of them stand for all in `npm test`; with the rest,
 * `npm run test:deep` is complete.
 */
export function inShortRun(isShort: boolean): { readonly tag?: string } {
  return isShort ? {} : { tag: DEEP }
}

const DEEP = '@deep'
