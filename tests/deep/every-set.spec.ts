import { expect, test } from '@playwright/test'
import { everySet, walkThrough } from '../support/every-set.ts'
import { layerNames, shownLayers } from '../support/layers.ts'

test('all 32 sets of layers come back by their links, by reloading and by going back', async ({
  page,
}) => {
  await walkThrough(page, everySet, async (there, set) => {
    await expect(async () => {
      const shown = await shownLayers(there)
      expect(layerNames.filter((name) => shown.includes(name))).toEqual(set)
    }).toPass({ timeout: 20_000 })
  })
})
