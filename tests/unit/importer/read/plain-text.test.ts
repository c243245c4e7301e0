import { expect, test } from 'vitest'
import { faultIn, fragmentWith, outline, read, spoken } from './reading.ts'

test('lines between blank lines are a paragraph where they are set to one width', async () => {
  const material = await read(
    'text',
    [
      'The harbour lay still that morning, and nobody who came down to',
      'the quay believed that the boats would ever leave it again, for',
      'the ice had come in the night.',
      '',
      'By noon the first of them had gone, and the others followed one',
      'after another as soon as the channel was clear.',
    ].join('\n'),
  )
  expect(material.fragments).toHaveLength(2)
  expect(faultIn(material)).toBeNull()
})

test('a line is a paragraph where lines are as long as paragraphs', async () => {
  const long = 'The harbour lay still that morning and nobody believed in the boats. '
    .repeat(4)
    .trim()
  const material = await read('text', `${long}\n${long}\n\n${long}\nSee also:\nThe ice`)
  expect(material.fragments).toHaveLength(5)
})

test('lines of a script without spaces are joined only where they are full', async () => {
  const material = await read(
    'text',
    [
      '港口在那天早晨一动不动地躺着走到码头的人没有一个相信那些船还会再次离开它因为',
      '冰在夜里来了从一堵墙到另一堵墙一层一层地铺着和一个人一样厚没有一艘船能够从中',
      '通过。',
      '到了中午第一艘船已经走了其他的船一艘接一艘地跟着走只要水道里没有了冰就可以走',
      '了。',
    ].join('\n'),
  )
  expect(material.fragments).toHaveLength(2)
})

test('a paragraph that is set in begins where the last one was full', async () => {
  const material = await read(
    'text',
    [
      '   The harbour lay still that morning, and nobody who came down',
      'to the quay believed that the boats would ever leave it again,',
      'for the ice had come in the night and lay from wall to wall in',
      'sheets as thick as a man.',
      '   By noon the first of them had gone, and the others followed',
      'one after another as soon as the channel was clear of the ice.',
    ].join('\n'),
  )
  expect(material.fragments).toHaveLength(2)
})

test('definitions of notes on lines of their own stay apart', async () => {
  const material = await read(
    'text',
    [
      'The harbour lay still that morning, and nobody who came down to',
      'the quay believed that the boats would ever leave it again.[1]',
      '',
      '[1] A sailor of the old town said so to the writer, who put it',
      'down in his notebook on the same day.',
      '[2] The notebook is kept in the town hall.',
    ].join('\n'),
  )
  expect(outline(material).slice(1)).toEqual([
    'paragraph: [1] A sailor of the old town said so to the writer, who put it\ndown in his notebook on the same day.',
    'paragraph: [2] The notebook is kept in the town hall.',
  ])
})

test('signs of quotation count and are syntax', async () => {
  const material = await read(
    'text',
    'On Monday Ann wrote:\n\n> > Is it cold?\n> It is.\n>\n> Very.\n\nThen wear a coat.',
  )
  expect(
    material.fragments.map((fragment) => [fragment.quoted, spoken(material, fragment).trim()]),
  ).toEqual([
    [0, 'On Monday Ann wrote:'],
    [2, 'Is it cold?'],
    [1, 'It is.'],
    [1, 'Very.'],
    [0, 'Then wear a coat.'],
  ])
  expect(faultIn(material)).toBeNull()
})

test('underlined lines, chapters and lines in capitals are headings', async () => {
  const material = await read(
    'text',
    'The Harbour\n===========\n\nIce came.\n\nCHAPTER II -- Of the Boats\n\nThey left.\n\nTHE END OF WINTER\n\nSpring came.',
  )
  expect(material.fragments.map(({ kind, depth }) => `${kind} ${depth}`)).toEqual([
    'heading 1',
    'paragraph 0',
    'heading 2',
    'paragraph 0',
    'heading 2',
    'paragraph 0',
  ])
})

test('a rule is syntax, and what follows it knows of it', async () => {
  const material = await read('text', 'The ice came.\n\n* * *\n\nThe boats left.')
  expect(fragmentWith(material, 'boats').afterRule).toBe(true)
  expect(material.fragments.map((fragment) => spoken(material, fragment))).toEqual([
    'The ice came.',
    '',
    'The boats left.',
  ])
})

test('bullets make a list, a star alone does not', async () => {
  const material = await read('text', '- one\n- two\n\nThe ice* came.\n\n* It was thick.')
  expect(outline(material)).toEqual([
    'list-item: - one',
    'list-item: - two',
    'paragraph: The ice* came.',
    'paragraph: * It was thick.',
  ])
})
