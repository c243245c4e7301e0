import { describe, expect, it } from 'vitest'
import { interventions } from '#core/article'
import { article } from '../format/fixtures.ts'

const found = (text: string) =>
  interventions(article(text)).map(({ kind, place, words, note }) => [kind, place, words, note])

describe('what was done to a text', () => {
  it('is told in its order, each with the nearest place, the words as found, and the note', () => {
    expect(
      found(
        'One word stands :sic[as result]{note="for “as a result”"}, :mended[http://a.example/and]{href="http://a.example/" note="cut"} and :lost[here]{what="link"}.\n\n::lost{#gap what="text"}\n\n:::commentary[A :sic[ttile]{note="so"}]{layer="first" end="uncertain"}\n- in a :sic[lits]{note="so too"}\n:::\n\nWords[^1].\n\n[^1]: Note :sic[nto]{note="there"}.\n',
      ),
    ).toEqual([
      ['sic', 'one-word-stands-as-result', 'as result', 'for “as a result”'],
      ['mended', 'one-word-stands-as-result', 'http://a.example/and', 'cut'],
      ['lost', 'one-word-stands-as-result', '', 'here'],
      ['lost', 'gap', '', null],
      ['sic', expect.stringMatching(/^first-passage/), 'ttile', 'so'],
      ['sic', expect.stringMatching(/^first\.list/), 'lits', 'so too'],
      ['uncertain', expect.stringMatching(/^first-passage/), '', null],
      ['sic', 'note-1', 'nto', 'there'],
    ])
  })

  it('is found inside other marks', () => {
    expect(found('*An :insertion[inner :sic[eror]{note="so"}]{layer="second"}*\n')).toEqual([
      ['sic', 'an', 'eror', 'so'],
    ])
  })

  it('is nothing where nothing was done', () => {
    expect(found('Words.\n')).toEqual([])
  })
})
