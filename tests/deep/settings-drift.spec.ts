import { expect, test } from '@playwright/test'
import { sweepLooks } from '../support/look-line.ts'
import { article, awake } from '../support/page-watch.ts'

test('at twenty places no setting moves the line that is being read', async ({ page }) => {
  test.slow()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(article)
  await awake(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  // Once beforehand, so that the face has arrived.
  await settings.getByRole('radio', { name: /^Atkinson/ }).check()
  await expect(page.locator('html')).toHaveAttribute('data-face', 'legible')
  await settings.getByRole('radio', { name: 'Literata' }).check()
  const moves = await sweepLooks(
    page,
    [
      { name: 'theme', value: 'contrast', back: 'system' },
      { name: 'face', value: 'sans', back: 'serif' },
      { name: 'face', value: 'legible', back: 'serif' },
      { name: 'size', value: '32', back: '19' },
      { name: 'size', value: '14', back: '19' },
      { name: 'leading', value: '2', back: '1.55' },
      { name: 'leading', value: '1.2', back: '1.55' },
      { name: 'measure', value: '45', back: '59' },
      { name: 'measure', value: '90', back: '59' },
      { name: 'isJustified', value: '', back: '' },
      { name: 'isHyphenated', value: '', back: '' },
      { name: 'colours', value: 'none', back: 'house' },
      { name: 'noteOpening', value: 'click', back: 'rest' },
      { name: 'singleKeys', value: '', back: '' },
    ],
    20,
  )
  const free = moves.filter(({ isClamped }) => !isClamped)
  const worst = free.toSorted((a, b) => Math.abs(b.moved) - Math.abs(a.moved))
  test.info().annotations.push({
    type: 'figures',
    description: `${free.length} changes of settings moved the line by ${Math.abs(worst[0]?.moved ?? 0).toFixed(2)} px at most; ${moves.length - free.length} more were stopped by the ends of the document`,
  })
  expect(moves.length).toBe(20 * 14 * 2)
  expect(free.length).toBeGreaterThan(moves.length * 0.8)
  expect(worst.filter(({ moved }) => Math.abs(moved) > 2)).toEqual([])
})
