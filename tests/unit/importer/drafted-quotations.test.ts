import { describe, expect, test } from 'vitest'
import { draftedFrom, written } from './build-draft.ts'

const textOf = async (name: string, content: string) =>
  written(await draftedFrom(name, content)).text

const HEAD = `From: Jon Ash <jon@example.org>
Date: Tue, 4 Jun 2013 08:00:00 +0200
Subject: Re: The mill

I must object to both of you, for I was there myself.
`

describe('a quotation in a quotation', () => {
  test('stays one where nobody is named', async () => {
    const text = await textOf(
      'a.txt',
      'I answer below, as well as I can do it today.\n\n> > Was the wheel sold?\n> It was not sold.\n\nIt was sold.\n',
    )
    expect(text).toContain('> > Was the wheel sold?\n>\n> It was not sold.')
  })

  test('stays one on a page', async () => {
    const text = await textOf(
      'a.html',
      '<article><h1>The mill</h1><p>I went to the mill at Holm in the summer, and it was shut.</p><blockquote><p>The miller said:</p><blockquote><p>It was sold.</p></blockquote><p>He went away.</p></blockquote><p>So I went home, and never came back to it.</p></article>',
    )
    expect(text).toContain('> The miller said:\n>\n> > It was sold.\n>\n> He went away.')
  })

  test('is one where nothing stands around it', async () => {
    const text = await textOf(
      'a.html',
      '<article><h1>The mill</h1><p>I went to the mill at Holm in the summer, and it was shut.</p><blockquote><blockquote><p>It was sold.</p></blockquote></blockquote><p>So I went home, and never came back to it.</p></article>',
    )
    expect(text).toContain('\n> It was sold.')
  })

  test('is none of his words whose mail is quoted', async () => {
    const text = await textOf(
      'a.eml',
      `${HEAD}
On Sun, 2 Jun 2013 at 21:00, Ida Rohde <ida@example.org> wrote:
> The wheel was sold.
>
>> It will turn again, they said in May.
>
> It did not turn.

That is wrong. My aunt has seen it turn.
`,
    )
    expect(text).toContain(`:::commentary
> The wheel was sold.
>
> > It will turn again, they said in May.
>
> It did not turn.
:::`)
  })

  test('from somebody named leaves the words around it to nobody', async () => {
    const text = await textOf(
      'a.eml',
      `${HEAD}
> On Sat, 1 Jun 2013 at 21:00, Ida Rohde <ida@example.org> wrote:
>> The wheel was sold.
>
> It did not turn.

That is wrong. My aunt has seen it turn.
`,
    )
    expect(text).toContain(':::commentary\n> The wheel was sold.\n:::\n\n> It did not turn.')
  })
})

describe('the line that names who is quoted', () => {
  test('is his who quotes, not theirs whom he quoted before', async () => {
    const text = await textOf(
      'a.eml',
      `${HEAD}
On Sun, 2 Jun 2013 at 21:00, Ida Rohde <ida@example.org> wrote:

> The wheel was sold.

On Sun, 2 Jun 2013 at 22:00, Kim Lund <kim@example.org> wrote:

> It was never sold.

That is wrong, both of it. My aunt has seen it.
`,
    )
    expect(text).toMatch(/> The wheel was sold\.\n:::\n\nOn Sun.+wrote:\n\n:::commentary/u)
  })

  test('is quoted where he is quoted', async () => {
    const text = await textOf(
      'a.eml',
      `${HEAD}
On Sun, 2 Jun 2013 at 21:00, Ida Rohde <ida@example.org> wrote:
> I do not think so.
>
> On Sat, 1 Jun 2013 at 21:00, Kim Lund <kim@example.org> wrote:
>> It was sold.

That is wrong, both of it. My aunt has seen it.
`,
    )
    expect(text).toMatch(/> I do not think so\.\n>\n> On Sat.+wrote:\n:::/u)
  })
})
