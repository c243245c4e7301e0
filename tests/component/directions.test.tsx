import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { parseArticle } from '#core/format'
import { ArticleTree } from '#features/document'

/** Of our own writing. */
const front = (lang: string, title: string) => `---
title: "${title}"
summary: Two directions.
lang: ${lang}
authors: [סופרת, A writer]
source: { title: T, url: "https://board.example/1", rights: Ours. }
layers:
  - { id: original, kind: original, label: Original }
  - { id: reader, kind: commentary, label: Reader, voice: "\\u202Eredaer" }
  - { kind: footnotes, label: Markers }
---

`

function show(markdown: string) {
  const result = parseArticle(markdown, { slug: 'both' })
  if (!result.ok) throw new Error(JSON.stringify(result.messages))
  return render(<ArticleTree article={result.article} />).container
}

const directionOf = (page: HTMLElement, words: string) =>
  [...page.querySelectorAll('p, h2, li, blockquote, pre, td')]
    .findLast((element) => element.textContent.startsWith(words))
    ?.closest('[dir]')
    ?.getAttribute('dir')

test('words in another direction than their article are set in their own', () => {
  const page = show(
    `${front('en', 'המנורה')}The lamp was out.

הפנס כבה בלילה ואיש לא ידע.[^1]

## המגדלור

> ציטוט ארוך בעברית

- רשימה

NATO אמרה שאינה יודעת דבר על הפנס.

[^1]: הערה בעברית.
`,
  )
  expect(directionOf(page, 'The lamp')).toBe('ltr')
  for (const words of ['הפנס', 'המגדלור', 'ציטוט', 'רשימה', 'NATO', 'הערה'])
    expect(directionOf(page, words), words).toBe('rtl')
  expect(page.querySelector('h1')).toHaveAttribute('dir', 'rtl')
  expect(page.querySelector('.endnotes li')).toHaveAttribute('dir', 'rtl')
  expect(page.querySelector('.endnotes ol')).toHaveAttribute('dir', 'ltr')
})

test('the notes of an article from right to left are numbered at its right, and lead back to it', () => {
  const page = show(
    `${front('he', 'המנורה')}הפנס כבה.[^1] 

The reader writes in English here.

    code()

[^1]: הערה.
`,
  )
  expect(page.querySelector('.endnotes ol')).toHaveAttribute('dir', 'rtl')
  expect(page.querySelector('[role="doc-backlink"]')).toHaveTextContent('↪')
  expect(directionOf(page, 'The reader')).toBe('ltr')
  expect(directionOf(page, 'code()')).toBe('ltr')
})

test('signs that turn words round are not in titles, names and labels, and stay in the text', () => {
  const page = show(
    `${front('en', '\\u202Eevil text\\u202C')}Words \u202Eturned\u202C.

:::commentary{layer="reader"}
A remark.
:::
`,
  )
  expect(page.querySelector('h1')?.textContent).toBe('evil text')
  expect(page.querySelector('.voice-name')?.textContent).toBe('Comment · redaer')
  expect(page.textContent).toContain('Words \u202Eturned\u202C.')
})

test('more signs than any writing has on one letter are known to the style sheet', () => {
  const page = show(`${front('en', 'Marks')}a${'\u0301'.repeat(50)}\n\nVie\u0302\u0323t\n`)
  expect(page.querySelectorAll('[data-stacked]')).toHaveLength(1)
  expect(page.textContent).toContain('\u0301'.repeat(50))
})
