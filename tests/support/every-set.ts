import type { Page } from '@playwright/test'
import { awake, layerNames, linkWith, type LayerName } from './layers.ts'

/** Every set of the article's five layers. */
export const everySet: readonly (readonly LayerName[])[] = Array.from({ length: 32 }, (_, bits) =>
  layerNames.filter((_name, index) => (bits & (1 << index)) !== 0),
)

/** Opens the link of each set, loads it anew, and goes back through them all. */
export async function walkThrough(
  page: Page,
  sets: readonly (readonly LayerName[])[],
  expectShown: (page: Page, set: readonly LayerName[]) => Promise<void>,
): Promise<void> {
  for (const set of sets) {
    await page.goto(linkWith(set))
    await expectShown(page, set)
    await page.reload()
    await expectShown(page, set)
  }
  for (const set of sets.toReversed().slice(1)) {
    // A page that wakes up signs its entry, which the test's tool would take for the step back.
    await awake(page)
    await page.goBack()
    await expectShown(page, set)
  }
}
