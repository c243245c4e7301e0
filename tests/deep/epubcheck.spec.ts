import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { article, awake } from '../support/page-watch.ts'
import { fixtureSite } from '../support/sites.ts'

/** Debian installs a program that only some systems can start by its name. */
const JAR = '/usr/share/java/epubcheck.jar'

for (const address of [
  article,
  ...['specimen', 'rtl', 'cyrillic'].map((slug) => `${fixtureSite}read/${slug}/`),
]) {
  test(`the book of ${address} passes epubcheck`, async ({ page }) => {
    test.skip(!existsSync(JAR), 'there is no epubcheck on this machine')
    await page.goto(address)
    await awake(page)
    await page.locator('.colophon').getByRole('button', { name: 'Take it away' }).click()
    await page.getByRole('radio', { name: 'E-book (EPUB)' }).check()
    for (const layers of ['All', 'Original only']) {
      await page.getByRole('radio', { name: layers, exact: true }).check()
      const waiting = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Download', exact: true }).click()
      const file = test.info().outputPath(`${layers.length}.epub`)
      await (await waiting).saveAs(file)
      // Where there is no network, it waits long for addresses that it looks up.
      const { stdout, stderr } = spawnSync('java', ['-jar', JAR, '--failonwarnings', file], {
        encoding: 'utf8',
      })
      expect(stdout + stderr).toContain('No errors or warnings detected')
    }
  })
}
