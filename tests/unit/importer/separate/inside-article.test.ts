import { expect, test } from 'vitest'
import { paragraph, run, word } from '../read/packages.ts'
import { faultIn, tell } from './telling.ts'

async function told(html: string): Promise<readonly string[]> {
  const found = await tell(html, 'a.html')
  expect(faultIn(found)).toBeNull()
  return found.separation.segments.map(
    ({ class: is, confidence, voice, from, to }) =>
      `${is}, ${confidence}, ${voice ?? '-'}: ${found.material.text.slice(from, to).trim().slice(0, 16)}`,
  )
}

const FIRST = '<p>The weir was built in a dry year, and nobody asked what the river would do.</p>'
const LAST = '<p>After the flood the miller went on for a while, as millers do.</p>'
const page = (inside: string) =>
  `<html lang="en"><body><article><h1>The weir</h1>${FIRST}${inside}${LAST}</article></body></html>`

test('who announces himself between two paragraphs speaks, whatever his box is called', async () => {
  const lines = await told(
    page('<div class="comment"><p><b>Comment by Upland Notes:</b> the year was wet.</p></div>'),
  )
  expect(lines).toContain('commentary, sure, Upland Notes: Comment by Uplan')
})

test('a name before a remark in a box of comments is a voice in doubt', async () => {
  const lines = await told(
    page('<div class="comment"><p>Upland Notes: this was never so.</p></div>'),
  )
  expect(lines).toContain('commentary, guess, Upland Notes: Upland Notes: th')
})

test.each(['sidebar', 'related', 'share', 'menu', 'subscribe', 'ad', 'newsletter-text', 'comment'])(
  'a sentence between two paragraphs in a box called %s is not out beyond doubt',
  async (name) => {
    const lines = await told(page(`<div class="${name}"><p>They shared the flour.</p></div>`))
    expect(lines.filter((line) => line.includes('They shared'))).toEqual([
      'furniture, guess, -: They shared the ',
    ])
  },
)

test('links and comments behind the article stay what their boxes are called', async () => {
  const lines = await told(
    page('<div class="related"><p><a href="/a">They shared the flour of the mill.</a></p></div>') +
      '<div class="comments"><p>Comment by Otto: I was there.</p></div>',
  )
  expect(lines.filter((line) => line.startsWith('furniture, sure'))).toHaveLength(2)
})

test('what stands under a heading that counts comments is said by readers, however short the text', async () => {
  const heading = (words: string) => paragraph(run(words), '<w:pStyle w:val="H"/>')
  const styles = '<w:style w:styleId="H"><w:name w:val="heading 2"/></w:style>'
  const body = [
    heading('The weir'),
    paragraph(run('The weir was built in a dry year.')),
    paragraph(run('Nobody asked what the river would do.')),
    heading('2 comments'),
    paragraph(run('Otto says:')),
    paragraph(run('Great text!')),
  ]
  const { material, separation } = await tell(word(body.join(''), { styles }), 'a.docx')
  expect(
    separation.segments
      .filter(({ cue }) => cue.id === 'reader-comments')
      .map(({ from, to }) => material.text.slice(from, to)),
  ).toEqual(['2 comments', 'Otto says:', 'Great text!'])
})
