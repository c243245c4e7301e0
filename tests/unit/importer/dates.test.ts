import { describe, expect, test } from 'vitest'
import { draftArticle, readMaterial, separate, startDraft } from '#core/importer'
import { sentences } from '#words/importer-article'

/** When the article was published that is made of a text with this line below its title. */
async function dateBelowTitle(line: string) {
  const text = `The slow ferry\nBy Ada Brand\n${line}\n\nThe ferry leaves at six, and nobody is in a hurry. It takes forty minutes.\n\nThere is nothing to see but the other shore.\n`
  const material = await readMaterial({ type: 'paste', text, html: null })
  const draft = startDraft(material, separate(material))
  return draftArticle(draft, { slug: 'any', sentences }).article.source.published
}

describe('the date below a title', () => {
  test.each([
    ['12 April 2016', '2016-04-12'],
    ['٢٠١٦/٠٤/١٢', '2016-04-12'],
    ['April 12th, 2016', '2016-04-12'],
    ['12. April 2016', '2016-04-12'],
    ['den 12. März 2016', '2016-03-12'],
    ['le 12 avril 2016', '2016-04-12'],
    ['1er août 2016', '2016-08-01'],
    ['12 de abril de 2016', '2016-04-12'],
    ['12 aprile 2016', '2016-04-12'],
    ['12 de março de 2016', '2016-03-12'],
    ['12 maart 2016', '2016-03-12'],
    ['12 апреля 2016 г.', '2016-04-12'],
    ['12 квітня 2016', '2016-04-12'],
    ['12 kwietnia 2016', '2016-04-12'],
    ['12. dubna 2016', '2016-04-12'],
    ['12 april 2016', '2016-04-12'],
    ['12. huhtikuuta 2016', '2016-04-12'],
    ['2016. április 12.', '2016-04-12'],
    ['12 Nisan 2016', '2016-04-12'],
    ['12 Απριλίου 2016', '2016-04-12'],
    ['12 أبريل 2016', '2016-04-12'],
    ['١٢ أبريل ٢٠١٦', '2016-04-12'],
    ['12 באפריל 2016', '2016-04-12'],
    ['2016年4月12日', '2016-04-12'],
    ['2016년 4월 12일', '2016-04-12'],
    ['12.04.2016', '2016-04-12'],
    ['13/04/2016', '2016-04-13'],
    ['04/13/2016', '2016-04-13'],
    ['2016-04-12', '2016-04-12'],
  ])('“%s” is %s', async (line, iso) => {
    expect(await dateBelowTitle(line)).toBe(iso)
  })

  test('is left open where it may be one of two', async () => {
    expect(await dateBelowTitle('03/04/2016')).toBeNull()
  })
})
