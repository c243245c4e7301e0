import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyEdit,
  assign,
  createHistory,
  doubts,
  footnoteTable,
  join,
  markLost,
  redo,
  renameVoice,
  setSection,
  setAbout,
  settle,
  split,
  suggestSections,
  undo,
  voices,
  type Draft,
  type Segment,
} from '#core/importer'
import { anyDraft } from './arbitrary-draft.ts'
import { draftOf } from './build-draft.ts'

const note = (label: string, state: Segment['state'] = 'whole'): Partial<Segment> => ({
  class: 'footnote-definition',
  label,
  state,
})

describe('an edit', () => {
  it('splits a paragraph where it is told, and joining gives it back', () => {
    const draft = draftOf([['One sentence. Another one.', { class: 'commentary', voice: 'Ann' }]])
    const halves = split(draft, 's0', 13)
    expect(halves.segments.map(({ from, to, voice }) => [from, to, voice])).toEqual([
      [0, 13, 'Ann'],
      [14, 26, 'Ann'],
    ])
    const [whole] = join(halves, 's0').segments
    expect(whole).toMatchObject({ key: 's0', from: 0, to: 26, class: 'commentary' })
  })

  it('never cuts a marker or a character in two', () => {
    const draft = draftOf([
      ['See[1] there 🙂 now', {}],
      ['[1] A note.', note('1')],
    ])
    expect(split(draft, 's0', 4).segments[0]?.to).toBe(6)
    const at = draft.material.text.indexOf('🙂')
    expect(split(draft, 's0', at + 1).segments[1]?.from).toBe(at + 3)
  })

  it('keeps the heading of a segment that is joined to the one before, unless that has its own', () => {
    const draft = draftOf([
      ['One.', {}],
      ['Two.', {}],
    ])
    const [first = '', second = ''] = draft.segments.map(({ key }) => key)
    const headed = setSection(draft, second, 'Of two')
    expect(join(headed, first).sections).toEqual([{ at: first, title: 'Of two' }])
    const both = setSection(headed, first, 'Of one')
    expect(join(both, first).sections).toEqual([{ at: first, title: 'Of one' }])
  })

  it('keeps every marker at its definition when segments before it are split or joined', () => {
    const draft = draftOf([
      ['First here.', {}],
      ['Second[1] there.', {}],
      ['[1] A note.', note('1')],
    ])
    const target = (one: Draft) => one.segments[one.references[0]?.definition ?? -1]?.label
    expect(target(split(draft, 's0', 5))).toBe('1')
    expect(target(join(draft, 's0'))).toBe('1')
  })

  it('lets a marker go when its definition is none any more, and takes it back', () => {
    const draft = draftOf([
      ['Words[1] here.', {}],
      ['[1] A note.', note('1')],
    ])
    const key = draft.segments[1]?.key ?? ''
    const without = assign(draft, [key], 'original')
    expect(footnoteTable(without).rows).toMatchObject([{ label: '1', status: 'no-definition' }])
    expect(footnoteTable(assign(without, [key], 'footnote-definition')).rows).toMatchObject([
      { label: '1', status: 'linked' },
    ])
  })

  it('makes one voice of two by a name', () => {
    const draft = draftOf([
      ['One.', { class: 'commentary', voice: 'Ann' }],
      ['Two.', { class: 'commentary', voice: 'A. Lee' }],
    ])
    expect(voices(renameVoice(draft, 'A. Lee', ' Ann '))).toEqual([
      { voice: 'Ann', class: 'commentary', segments: 2 },
    ])
  })

  it('never moves a letter: the segments of any edited draft stand in order and hold all words', () => {
    fc.assert(
      fc.property(anyDraft, fc.nat(), fc.nat(), (draft, which, where) => {
        const key = draft.segments[which % draft.segments.length]?.key ?? ''
        const halves = split(draft, key, where % draft.material.text.length)
        for (const edited of [halves, join(halves, key), markLost(draft, key, 'insert')]) {
          const keys = edited.segments.map((segment) => segment.key)
          expect(new Set(keys).size).toBe(keys.length)
          let end = 0
          for (const { from, to } of edited.segments) {
            expect(from).toBeGreaterThanOrEqual(end)
            expect(draft.material.text.slice(end, from).trim()).toBe('')
            end = to
          }
          expect(draft.material.text.slice(end).trim()).toBe('')
        }
      }),
    )
  })
})

describe('what a person should look at', () => {
  it('comes with the guesses first, and is done once it is settled', () => {
    const draft = draftOf([
      ['One.', { confidence: 'likely' }],
      ['Two.', { uncertain: ['end'] }],
      ['Three.', { confidence: 'guess' }],
      ['Four.', {}],
    ])
    const keys = doubts(draft)
    expect(keys.map((key) => draft.segments.findIndex((one) => one.key === key))).toEqual([2, 0, 1])
    expect(doubts(settle(draft, keys))).toEqual([])
  })

  it('says which footnotes have no marker, which no text, and which are missing', () => {
    const draft = draftOf([
      ['Words[1] and words[4], words[7].', {}],
      ['[1] A note.', note('1')],
      ['[3] Another.', note('3', 'cut-off')],
      ['[4] Ibid., 5.', note('4', 'short')],
      ['[5] More.', note('5')],
    ])
    const { rows, missing } = footnoteTable(draft)
    expect(rows.map(({ label, status }) => `${label} ${status}`)).toEqual([
      '1 linked',
      '3 no-marker',
      '4 linked',
      '5 no-marker',
      '7 no-definition',
    ])
    expect(missing).toEqual(['2', '6'])
  })

  it('proposes headings for a long text without any, and none for one that has them', () => {
    const part = (word: string) => `The ${word} ${`stood by the ${word} all day and `.repeat(80)}.`
    const long = draftOf([
      [part('lighthouse'), {}],
      [part('harbour'), {}],
      [part('orchard'), {}],
    ])
    const sections = suggestSections(long)
    expect(sections.map(({ title }) => title.split(',')[0]?.toLowerCase())).toEqual([
      'lighthouse',
      'harbour',
      'orchard',
    ])
    expect(suggestSections(assign(long, ['s0'], 'heading')).map(({ at }) => at)).not.toContain('s0')
    const titled = setSection(long, sections[1]?.at ?? '', 'The harbour')
    expect(titled.sections).toEqual([{ at: sections[1]?.at, title: 'The harbour' }])
    expect(setSection(titled, sections[1]?.at ?? '', null).sections).toEqual([])
  })
})

describe('the history of a draft', () => {
  it('forgets the oldest of very many steps', () => {
    const draft = draftOf([['One.', {}]])
    let history = createHistory(draft)
    for (let step = 1; step <= 600; step += 1)
      history = applyEdit(history, setAbout(history.present, { title: String(step) }))
    expect(history.past).toHaveLength(500)
    expect(undo(history).present.about.title).toBe('599')
  })

  it('goes back and forth over any number of steps', () => {
    const first = draftOf([['One two three four five six.', {}]])
    let history = createHistory(first)
    for (const at of [24, 18, 14, 8, 4])
      history = applyEdit(history, split(history.present, 's0', at))
    const last = history.present
    expect(last.segments).toHaveLength(6)
    for (let step = 0; step < 9; step += 1) history = undo(history)
    expect(history.present).toBe(first)
    for (let step = 0; step < 9; step += 1) history = redo(history)
    expect(history.present).toBe(last)
  })

  it('counts no edit that changed nothing', () => {
    const history = createHistory(draftOf([['One.', {}]]))
    expect(applyEdit(history, split(history.present, 's0', 0))).toBe(history)
  })
})
