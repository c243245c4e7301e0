import { describe, expect, test } from 'vitest'
import { CUE_IDS, LABEL_CUES } from '#core/importer'
import { cueSentence, cuesWithSentences } from '#words/importer-cues'
import { tell } from './telling.ts'

test('every cue has a sentence, and every sentence a cue', () => {
  expect([...cuesWithSentences].toSorted()).toEqual([...CUE_IDS].toSorted())
  for (const id of CUE_IDS) {
    for (const found of [null, 'words as found']) {
      expect(cueSentence(id, found)).toMatch(/^\S.*[^.\s]$/u)
      expect(cueSentence(id, found)).not.toBe(id)
    }
  }
})

const before =
  'The ferry was late again, and nobody on the pier was surprised by it. They had brought chairs.'

/** The paragraph under test, between two that are the author's. */
async function told(paragraph: string) {
  const { material, separation } = await tell(`${before}\n\n${paragraph}\n\n${before}`, 'a.txt')
  return separation.segments.find(({ to }) => to > before.length + 2 && to <= material.text.length)
}

describe('labels', () => {
  test('each that is declared is known where it stands', async () => {
    const unknown: string[] = []
    for (const cue of LABEL_CUES) {
      // Bylines, sources and pointers are known by what stands around them, too.
      if (cue.class !== 'commentary' && cue.id !== 'background-label') continue
      for (const phrase of cue.words.split('|')) {
        const isNaming = /\s(?:by|from|von|de|par|di|van|от|od|on|about|to)$/u.test(phrase)
        const segment = await told(`${phrase}${isNaming ? ' Ada Brand' : ''}: The ferry was late.`)
        if (segment?.class === 'original') unknown.push(phrase)
      }
    }
    expect(unknown).toEqual([])
  })

  test.each([
    ['Comment by Ada Brand: The ferry was late.', 'Ada Brand'],
    ['Comment by X: The ferry was late.', 'X'],
    ['Comment by ada_b: The ferry was late.', 'ada_b'],
    ['Comment by the harbour watch: The ferry was late.', 'the harbour watch'],
    ["Ada's comment: The ferry was late.", 'Ada'],
    ['Note from Harbour Watch: The ferry was late.', 'Harbour Watch'],
    ['Kommentar von Jutta Rehm: Die Fähre kam zu spät.', 'Jutta Rehm'],
    ['[Editor’s note: The ferry was late.]', 'editor'],
    ['Editor’s note (May 2011): The ferry was late.', 'editor'],
    ['Commentaire du blog Rives : le bac était en retard.', 'Rives'],
    ['Note du blog « Rives » : le bac était en retard.', 'Rives'],
    ['Remarque du blogueur : le bac était en retard.', null],
    ['Kommentar des Blogs Ufer: Die Fähre kam zu spät.', 'Ufer'],
    ['Anmerkung vom Uferblog: Die Fähre kam zu spät.', 'Uferblog'],
    ['Comentario del blog Orilla: el barco llegó tarde.', 'Orilla'],
    ['Commento della Gazzetta: il traghetto era in ritardo.', 'Gazzetta'],
    ['Комментарий блога «Берег»: паром опоздал.', 'Берег'],
    ['تعليق من مدونة المرفأ: هذا ما كنا نقوله.', 'المرفأ'],
    ['Comment by the blog: The ferry was late.', null],
    ['תגובה של בלוג הנמל: המעבורת איחרה.', 'הנמל'],
    ['【译者注】渡轮又晚点了。', 'translator'],
    ['N.d.T. : le bac était en retard.', 'translator'],
    ['Anm. d. Übers.: Die Fähre kam zu spät.', 'translator'],
    ['Прим. пер.: паром опоздал.', 'translator'],
  ])('%s', async (words, voice) => {
    expect(await told(words)).toMatchObject({ class: 'commentary', voice, confidence: 'sure' })
  })

  test('that differ in capitals alone are of one voice, and a number makes no running head of them', async () => {
    const text = [
      'COMMENT BY DOCK WATCH: Number 1 is wrong.',
      'Comment by Dock Watch: Number 2 is wrong.',
      '[Dock Watch: Number 3 is wrong.]',
      'Comment by Dock Watch: Number 4 is wrong.',
    ]
    const { separation } = await tell(
      text.map((line) => `${`${before}\n\n`.repeat(6)}${line}`).join('\n\n'),
      'a.txt',
    )
    const spoken = separation.segments.filter((one) => one.class === 'commentary')
    expect(spoken.map(({ voice }) => voice)).toEqual(Array(4).fill('Dock Watch'))
  })

  test.each([
    ['港口博客评论：渡轮又晚点了。', '港口'],
    ['港ブログのコメント：船はまた遅れた。', '港'],
  ])('of one general word stay in doubt: %s', async (words, voice) => {
    expect(await told(words)).toMatchObject({ class: 'commentary', voice, confidence: 'likely' })
  })

  test('that somebody only quotes are the author’s words', async () => {
    expect(await told('“Comment by the mayor: none,” said the paper.')).toMatchObject({
      class: 'original',
    })
  })

  test('go on, perhaps, in the line below, where paragraphs have a blank line between them', async () => {
    const { separation } = await tell(
      `${before}\n\n${before}\n\nComment by Ada Brand: The ferry was late.\nIt was built late, too.\n\n${before}`,
      'a.txt',
    )
    expect(separation.segments.at(-2)).toMatchObject({
      class: 'commentary',
      confidence: 'guess',
      voice: 'Ada Brand',
    })
  })

  test('are not needed by whoever is known to comment', async () => {
    const lines = [
      'Comment by Dock Watch: The ferry was late.',
      'DOCK WATCH: And it still is.',
      '(Dock Watch: So it is.)',
      '[[Dock Watch: Nobody denies it.]]',
      '[Ed: We do, and for good reasons.]',
      'Ada Brand: The ferry is on time.',
    ]
    const { separation } = await tell(
      lines.map((line) => `${before}\n\n${line}`).join('\n\n'),
      'a.txt',
    )
    const told = separation.segments.filter((_, n) => n % 2 === 1)
    expect(told.map(({ voice }) => voice)).toEqual([
      'Dock Watch',
      'Dock Watch',
      'Dock Watch',
      'Dock Watch',
      'editor',
      null,
    ])
  })

  test('of the author are in the name of the author', async () => {
    const { separation } = await tell(
      `The ferry\n\nBy Ada Brand\n\n${before}\n\nAuthor’s note: I was there.\n\nReply by the author: So I was.\n\n${before}`,
      'a.txt',
    )
    const told = separation.segments.filter((one) => one.class === 'commentary')
    expect(told.map(({ voice }) => voice)).toEqual(['Ada Brand', 'Ada Brand'])
  })

  test.each([
    'Comments were rare in those days, and nobody missed them.',
    'Background noise is what the harbour has most of, by day and by night.',
    'Note by note the bell was learnt, and then it was forgotten.',
    'Editors never came to the island, for the ferry was always late.',
    'Edward was late: he always was, and he was never sorry.',
  ])('no label: %s', async (words) => {
    expect(await told(words)).toMatchObject({ class: 'original' })
  })
})

describe('remarks inside a paragraph', () => {
  test.each([
    ['The ferry [Ed.: the second one] was late.', 'The ferry |[Ed.: the second one]| was late.'],
    [
      'Паром (дословно «перевоз» — прим. пер.) опоздал.',
      'Паром |(дословно «перевоз» — прим. пер.)| опоздал.',
    ],
    [
      '渡轮（译者注：指的是“早班渡轮（第二班）”）又晚点了。',
      '渡轮|（译者注：指的是“早班渡轮（第二班）”）|又晚点了。',
    ],
    ['Le bac [l’ancien, NDLR] était en retard.', 'Le bac |[l’ancien, NDLR]| était en retard.'],
    [
      'Die Fähre (gemeint ist die alte; Anm. d. Übers.) kam zu spät.',
      'Die Fähre |(gemeint ist die alte; Anm. d. Übers.)| kam zu spät.',
    ],
    [
      'El barco (el de la mañana, N. del T.) llegó tarde.',
      'El barco |(el de la mañana, N. del T.)| llegó tarde.',
    ],
    [
      'The ferry (a small one) was late [see above].',
      'The ferry (a small one) was late [see above].',
    ],
  ])('%s', async (paragraph, divided) => {
    const { material, separation } = await tell(`${paragraph}\n\nThe end of it.`, 'a.txt')
    const first = separation.segments.filter(({ to }) => to <= paragraph.length)
    expect(first.map(({ from, to }) => material.text.slice(from, to)).join('|')).toBe(divided)
  })
})

describe('markers', () => {
  const linksOf = async (text: string, name = 'a.txt') => {
    const { material, separation } = await tell(text, name)
    return separation.references.map(({ from, to, label, definition }) => {
      const segment = definition === null ? undefined : separation.segments[definition]
      const words = segment === undefined ? '?' : material.text.slice(segment.from, segment.to)
      return `${material.text.slice(from, to)} ${label} ${words.trim()}`
    })
  }

  test.each([
    ['brackets', 'Late.[1] Later.[2]\n\n[1] One.\n[2] Two.', ['[1] 1 [1] One.', '[2] 2 [2] Two.']],
    [
      'a range',
      'Late.[3–5]\n\n[3] Three.\n[4] Four.\n[5] Five.',
      ['3 3 [3] Three.', '– 4 [4] Four.', '5 5 [5] Five.'],
    ],
    [
      'several in one paragraph',
      'Late.[1] And.[2]\n\n[1] One. [2] Two.',
      ['[1] 1 [1] One.', '[2] 2 [2] Two.'],
    ],
    [
      'raised, and mathematics beside it',
      'Body text¹ and x² + y² = z².³\n\n¹ First.',
      ['¹ 1 ¹ First.', '³ 3 ?'].slice(0, 1),
    ],
    [
      'stars and daggers',
      'The ferry* was late.†\n\n* The old one.\n\n† As ever.',
      ['* * * The old one.', '† † † As ever.'],
    ],
    [
      'a label that comes back in each chapter',
      'Late.[1]\n\n[1] One.\n\nAgain.[1]\n\n[1] Another.',
      ['[1] 1 [1] One.', '[1] 1 [1] Another.'],
    ],
    [
      'full width',
      '渡轮［１］又【２】晚点。\n\n［１］ 注一\n\n【２】 注二',
      ['［１］ 1 ［１］ 注一', '【２】 2 【２】 注二'],
    ],
    ['years are none', 'It was late [2011] and (1998).\n\n[1] One.', []],
  ])('%s', async (_name, text, links) => {
    expect((await linksOf(text)).slice(0, Math.max(links.length, 1))).toEqual(links)
  })
})
