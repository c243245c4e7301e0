import { expect, test } from '@playwright/test'
import { compiledArticles, layersOfModel, layersOnPageScript } from '../support/layer-texts.ts'
import { fixtureSite, site } from '../support/sites.ts'

/*
 * Links to words are made and found in a layer's text as it is read from the page; notes and search
 * will read the same text from the model. Both must be the same text.
 */
for (const { name, folder, address } of [
  { name: 'built site', folder: 'src/content', address: site },
  { name: 'fixtures', folder: 'tests/fixtures/articles', address: fixtureSite },
]) {
  test(`the text on the page is the text of the model, in every layer of every article of the ${name}`, async ({
    page,
  }) => {
    const articles = await compiledArticles(folder)
    expect(articles).not.toHaveLength(0)
    for (const article of articles) {
      const original = article.layers.find(({ kind }) => kind === 'original')?.id ?? ''
      await page.goto(`${address}read/${article.slug}/`)
      const onPage: unknown = await page.evaluate(await layersOnPageScript(original))
      expect(onPage, article.slug).toEqual(layersOfModel(article))
    }
  })
}
