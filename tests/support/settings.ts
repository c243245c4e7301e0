import { expect, type Page } from '@playwright/test'

/** What is kept of the settings, and by which name. */
export const KEY = 'palimpsest.preferences'

export const panel = (page: Page) => page.getByRole('dialog', { name: 'Settings' })

export async function openSettings(page: Page) {
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(panel(page)).toBeVisible()
  return panel(page)
}

/** The page finds these settings when it opens. */
export async function keepBefore(page: Page, preferences: object): Promise<void> {
  await page.addInitScript(
    ([key, value]) => {
      window.localStorage.setItem(key, value)
    },
    [KEY, JSON.stringify(preferences)] as const,
  )
}
