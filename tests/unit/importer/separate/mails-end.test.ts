import { describe, expect, test } from 'vitest'
import { read } from './telling.ts'

const HEAD = `From: Jon Ash <jon@example.org>
To: holm@example.org
Subject: The mill
`
const OPEN = 'The mill is open on the first Sunday of each month, if the water allows it.'

describe('words that look like those below a mail', () => {
  test.each([
    'Sent from the mill to the museum, the wheel never arrived.',
    'Sent from my mother to my aunt, the letter was never read.',
  ])('are the text in the middle of it: %s', async (line) => {
    const { spoken } = await read(`${HEAD}\n${OPEN}\n\n${line}\n\nThat is all I know of it.\n`)
    expect(spoken).toHaveLength(3)
  })

  test('are the text with an article at its end', async () => {
    const { spoken } = await read(`${HEAD}\n${OPEN}\n\nSent from the mill with love.\n`)
    expect(spoken).toHaveLength(2)
  })
})

describe('a long line', () => {
  const line = '_'.repeat(47)

  test('divides what is written on both sides of it', async () => {
    const { spoken } = await read(
      `${HEAD}\n${OPEN}\n\n${line}\n\nIn winter it is shut.\n\nNobody knows why this is so, and I do not ask.\n`,
    )
    expect(spoken).toHaveLength(3)
  })

  test('has the footer of a list below it', async () => {
    const { spoken } = await read(
      `${HEAD}\n${OPEN}\n\n${line}\nHolm mailing list\nholm@example.org\nhttps://lists.example.org/holm\n`,
    )
    expect(spoken).toHaveLength(1)
  })
})
