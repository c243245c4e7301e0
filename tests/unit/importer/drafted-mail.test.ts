import { expect, it } from 'vitest'
import { assignIds, checkArticle, formatMessage, serializeArticle } from '#core/format'
import { draftArticle, readMaterial, separate, startDraft } from '#core/importer'
import { sentences } from '#words/importer-article'

/** The article of a mail, as its file, and what is known of it. */
async function articleOf(mail: string) {
  const bytes = new TextEncoder().encode(mail)
  const material = await readMaterial({ type: 'file', bytes, name: 'mail.eml', mediaType: null })
  const draft = startDraft(material, separate(material))
  const { article, source } = draftArticle(draft, { slug: 'any', sentences })
  const markdown = serializeArticle(assignIds(article))
  const { messages } = checkArticle({ markdown, source, slug: 'any' })
  expect(messages.map(formatMessage)).toEqual([])
  return { article, text: markdown.slice(markdown.indexOf('\n---\n') + 5).trim() }
}

it('the line that names who is quoted stays over his words', async () => {
  const { article, text } = await articleOf(`From: Jon Ash <jon@example.org>
Date: Tue, 4 Jun 2013 08:00:00 +0200
Subject: Re: The mill

I must object.

On Sun, 2 Jun 2013 at 21:00, Ida Rohde <ida@example.org> wrote:
> The wheel was sold to a museum in the north.

The museum says that it never had a wheel.

> Nobody has lived there since.

That is wrong. My aunt did.
`)
  expect(text).toBe(`I must object.

On Sun, 2 Jun 2013 at 21\\:00, Ida Rohde \\<ida\\@example.org> wrote:

:::commentary
> The wheel was sold to a museum in the north.
:::

The museum says that it never had a wheel.

:::commentary
> Nobody has lived there since.
:::

That is wrong. My aunt did.`)
  expect(article).toMatchObject({ title: 'The mill', authors: ['Jon Ash'] })
  expect(article.source.published).toBe('2013-06-04')
})

it('who hands a mail on comments it under his name, and the oldest is the text', async () => {
  const { article } = await articleOf(`From: Jon Ash <jon@example.org>
Date: Tue, 4 Jun 2013 08:00:00 +0200
Subject: Fwd: The mill

Do you believe this?

---------- Forwarded message ----------
From: Ida Rohde <ida@example.org>
Date: Sun, 2 Jun 2013 21:00:00 +0200
Subject: The mill

The wheel was sold to a museum in the north.

Nobody has lived there since.
`)
  expect(article).toMatchObject({
    title: 'The mill',
    authors: ['Ida Rohde'],
    hands: [
      { role: 'author', name: 'Ida Rohde' },
      { role: 'commentator', name: 'Jon Ash' },
      { role: 'poster', name: 'Jon Ash', date: '2013-06-04' },
    ],
  })
  expect(article.source.published).toBe('2013-06-02')
})
