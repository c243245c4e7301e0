import { expect, test } from 'vitest'
import { paragraph, run, word } from './packages.ts'
import { marksIn, outline, readBytes } from './reading.ts'

const border = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const code = (words: string) => `<w:r><w:instrText>${words}</w:instrText></w:r>`

test('a field that never ends takes no words with it', async () => {
  const material = await readBytes(
    'docx',
    word(
      paragraph(run('Ice ') + border('begin') + code('REF there') + run('came.')) +
        paragraph(run('Snow followed.')),
    ),
  )
  expect(outline(material)).toEqual(['paragraph: Ice came.', 'paragraph: Snow followed.'])
})

test('a link leads to a place in a page, however its field is written', async () => {
  const field = (words: string, ...codes: readonly string[]) =>
    `${border('begin')}${codes.map(code).join('')}${border('separate')}${run(words)}${border('end')}`
  const material = await readBytes(
    'docx',
    word(
      paragraph(
        field('part', 'HYPER', 'LINK "https://e.org/a', '?b=1" \\l "two"') +
          field(' place', 'HYPERLINK \\l "three" \\o "Shown"') +
          field(' bare', ' HYPERLINK https://e.org/b ') +
          field(' number', 'PAGEREF three \\h') +
          `<w:fldSimple w:instr=" HYPERLINK &quot;https://e.org/c&quot; ">${run(' simple')}</w:fldSimple>` +
          `<w:hyperlink r:id="r5" w:anchor="four">${run(' element')}</w:hyperlink>`,
      ),
      {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="r5" Type="x/hyperlink" Target="https://e.org/d"/></Relationships>',
      },
    ),
  )
  expect(marksIn(material, 'part')).toEqual([
    'link https://e.org/a?b=1#two: part',
    'link #three: place',
    'link https://e.org/b: bare',
    'link https://e.org/c: simple',
    'link https://e.org/d#four: element',
  ])
})

test('what a field within the code of another gives is no text', async () => {
  const inner = `${border('begin')}${code('PAGE')}${border('separate')}${run('7')}${border('end')}`
  const material = await readBytes(
    'docx',
    word(
      paragraph(
        `${border('begin')}${code('IF ')}${inner}${code(' = 7 "Ice" "Snow"')}${border('separate')}${run('Ice')}${border('end')}${run(' came.')}`,
      ),
    ),
  )
  expect(outline(material)).toEqual(['paragraph: Ice came.'])
})

test('fields that never end take hardly more time than those that do', async () => {
  const spent = async (ending: string) => {
    const bytes = word(paragraph(`${border('begin')}${ending}${run('Ice.')}`).repeat(40_000))
    const start = performance.now()
    await readBytes('docx', bytes)
    return performance.now() - start
  }
  const ratios: number[] = []
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const whole = await spent(border('separate') + border('end'))
    ratios.push((await spent('')) / whole)
    if ((ratios.at(-1) ?? 0) < 4) break
  }
  // What looked through all of them at every paragraph took six times as long.
  expect(Math.min(...ratios)).toBeLessThan(4)
})
