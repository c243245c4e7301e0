import { expect, it } from 'vitest'
import { createNewest } from '#ui/newest.ts'

/** A look at something, which ends when the test says so. */
function slowLook() {
  let see: (seen: string) => void = () => {}
  const seen = new Promise<string>((resolve) => {
    see = resolve
  })
  return { seen, see }
}

it('shows what was looked at last, also where an earlier look ends later', async () => {
  const shown: string[] = []
  const looks = createNewest<string>((seen) => void shown.push(seen))
  const [first, second, third] = [slowLook(), slowLook(), slowLook()]
  looks.begin(first.seen)
  looks.begin(second.seen)
  second.see('with the new one')
  await second.seen
  first.see('without it')
  await first.seen
  expect(shown).toEqual(['with the new one'])
  looks.begin(Promise.reject(new Error('No answer.')))
  looks.begin(third.seen)
  looks.end()
  third.see('after the page is gone')
  await third.seen
  expect(shown).toEqual(['with the new one'])
})
