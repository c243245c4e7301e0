import { describe, expect, test } from 'vitest'
import { read } from './telling.ts'

describe('mails in the order in which they were written', () => {
  const mail = (from: string, subject: string, date: string, words: string) =>
    `From: ${from}\nTo: holm@example.org\nSubject: ${subject}${date === '' ? '' : `\nDate: ${date}`}\n\n${words}\n\n`
  const asked =
    'What has become of the mill at Holm, and of the wheel that we saw there? Nobody could tell me when I was there.'
  const sold = 'The wheel was sold to a museum in the north.'

  test.each([
    ['on one day', 'Sun, 2 Jun 2013 09:00:00 +0200', 'Sun, 2 Jun 2013 21:00:00 +0200'],
    ['on two days', '2 June 2013', '4 June 2013'],
    ['without a date', '', ''],
  ])('have the first as their text: %s', async (_, first, second) => {
    const { spoken, about } = await read(
      mail('Kim Lund <kim@example.org>', 'The mill', first, asked) +
        mail('Ida Rohde <ida@example.org>', 'Re: The mill', second, sold),
    )
    expect(spoken).toEqual([
      'original: What has become of the m',
      'commentary (Ida Rohde): The wheel was sold to a',
    ])
    expect(about).toMatchObject({
      title: 'The mill',
      authors: ['Kim Lund'],
      published: first === '' ? null : first,
    })
  })

  test('may be turned round, as programs do', async () => {
    const { spoken } = await read(
      mail('Ida Rohde <ida@example.org>', 'Re: The mill', '4 June 2013', sold) +
        mail('Kim Lund <kim@example.org>', 'The mill', '2 June 2013', asked),
    )
    expect(spoken[0]).toBe('commentary (Ida Rohde): The wheel was sold to a')
  })
})
