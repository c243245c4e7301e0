import { expect, test } from 'vitest'
import { faultIn, outline, read } from './reading.ts'

async function paragraphs(html: string): Promise<readonly string[]> {
  const material = await read('html', html)
  expect(faultIn(material)).toBeNull()
  return outline(material)
}

test('a formula is words of its sentence, or of a line of its own', async () => {
  const sum = '<mi>x</mi> <mo>=</mo> <mn>7</mn>'
  expect(
    await paragraphs(`<p>It is <math>${sum}</math> miles.</p><math display="block">${sum}</math>`),
  ).toEqual(['paragraph: It is x=7 miles.', 'paragraph: x=7'])
})

test('what a formula says by where its parts stand is said by signs', async () => {
  const half = '<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>'
  const power = '<msup><mi>x</mi><mn>2</mn></msup>'
  const root = '<msqrt><mi>n</mi></msqrt>'
  const annotated = `<semantics>${root}<annotation encoding="application/x-tex">\\sqrt n</annotation></semantics>`
  expect(await paragraphs(`<p>Let <math>${half}</math>, <math>${power}</math> be.</p>`)).toEqual([
    'paragraph: Let (a+b)/2, x^2 be.',
  ])
  expect(await paragraphs(`<p>Let <math>${annotated}</math> be.</p>`)).toEqual([
    'paragraph: Let √(n) be.',
  ])
})

test('a formula beside what the page shows in its place is not said twice', async () => {
  const shown =
    '<span class="katex-mathml"><math><mi>x</mi></math></span><span class="katex-html">x</span>'
  expect(await paragraphs(`<p>Let ${shown} be.</p>`)).toEqual(['paragraph: Let x be.'])
})

test('words in a drawing are not lost in silence', async () => {
  const drawing = '<svg><title>no</title><text>North <tspan>Quay</tspan></text></svg>'
  const { notices } = await read('html', `<p>The quay.</p>${drawing}<p>It was long.</p>`)
  expect(notices).toEqual([{ id: 'drawn-words-left-out', about: '2' }])
})

test('many pictures leave room for the places that links lead to, and are all kept', async () => {
  const pictures = '<img src="a.jpg" width="400" height="300" alt="A boat">'.repeat(60)
  const page = `<p>Ice came.<a href="#n">*</a></p>${pictures}<p id="n">In the night.</p>`
  const { fragments } = await read('html', page)
  const marks = fragments.flatMap((fragment) => fragment.marks)
  expect(marks.filter(({ type }) => type === 'picture')).toHaveLength(60)
  expect(marks.filter(({ type }) => type === 'anchor')).toHaveLength(1)
})
