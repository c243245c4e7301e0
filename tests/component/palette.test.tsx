import { readFileSync } from 'node:fs'
import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { articleFacts, inlineWords, blockInlines, libraryCard, type Article } from '#core/article'
import { parseArticle } from '#core/format'
import { prepareEntries, rankEntries } from '#core/palette'
import { initialPreferences } from '#core/preferences'
import { serializeKeptPlace } from '#core/resume'
import { Palette, type Command } from '#features/palette'
import { wordsGone } from '#words/resume'
import { articleCommands } from '../../src/app/pages/article-commands.ts'
import { asksForPalette } from '../../src/app/pages/palette-key.ts'
import { settingsCommands } from '../../src/app/pages/settings-commands.ts'
import { siteCommands } from '../../src/app/pages/site-commands.ts'
import { usePalette } from '../../src/app/pages/use-palette.tsx'

// Where the site lies on its host is written into the app when it is built.
vi.mock('../../src/app/paths.ts', () => ({
  hrefOf: (path: string) => path,
  pathIn: (path: string) => path,
  libraryPath: '/',
  articlePath: (slug: string) => `/read/${slug}/`,
  overviewPath: (slug: string) => `/read/${slug}/overview/`,
}))

function articleIn(folder: string): Article {
  const slug = folder.split('/').at(-1) ?? ''
  const result = parseArticle(readFileSync(`${folder}/article.md`, 'utf8'), { slug })
  if (!result.ok) throw new Error(`The article in ${folder} cannot be read.`)
  return result.article
}

const first = articleIn('src/content/israeli-azerbaijani-alliance-and-iran-3')
const others = ['specimen', 'cyrillic', 'rtl'].map((name) =>
  articleIn(`tests/fixtures/articles/${name}`),
)

/** The list of notes as the page has it. */
function layOutNotes(article: Article): void {
  const section = document.createElement('section')
  section.className = 'endnotes'
  for (const note of article.footnotes) {
    const item = document.createElement('li')
    item.id = note.id
    item.dataset['note'] = note.label
    const text = document.createElement('p')
    text.dataset['block'] = ''
    text.textContent = inlineWords(note.blocks.flatMap((block) => blockInlines(block)))
    item.append(text)
    section.append(item)
  }
  document.body.replaceChildren(section)
}

function commandsOf(
  article: Article,
  onSay: (sentence: string) => void = () => {},
): readonly Command[] {
  const facts = articleFacts(article)
  const nothing = () => {}
  return [
    ...articleCommands({
      facts,
      visible: facts.layers.filter(({ shown }) => shown).map(({ id }) => id),
      preferences: initialPreferences,
      onPreferences: nothing,
      onSay,
      onSearch: nothing,
      onTakeAway: nothing,
      onKeys: nothing,
    }),
    ...settingsCommands({ ...initialPreferences, size: 19 }, nothing, nothing),
    ...siteCommands([...others, article].map(libraryCard), article.slug),
  ]
}

const RECENT = { ids: [], name: 'Lately' }

describe('what is typed finds what is meant, first of all', () => {
  let prepared: ReturnType<typeof prepareEntries<Command>> = []
  beforeEach(() => {
    layOutNotes(first)
    prepared = prepareEntries(commandsOf(first))
  })
  test.each([
    ['dark', 'Theme: Dark'],
    ['sepia', 'Theme: Sepia'],
    ['theme light', 'Theme: Light'],
    ['high contrast', 'Theme: High contrast'],
    ['night', 'Theme: Dark'],
    ['night theme', 'Theme: Dark'],
    ['day', 'Theme: Light'],
    ['black', 'Theme: Dark'],
    ['paper', 'Print …'],
    ['larger', 'Larger text'],
    ['font bigger', 'Larger text'],
    ['smaller', 'Smaller text'],
    ['atkinson', 'Typeface: Atkinson Hyperlegible'],
    ['sans', 'Typeface: The system’s sans'],
    ['justify', 'Set lines even on both sides'],
    ['hyphen', 'Divide words at the end of a line'],
    ['margin', 'View: comments and notes in the margin'],
    ['energy', 'Energy'],
    ['turkey', 'Turkey and the arms trade'],
    ['arms', 'Turkey and the arms trade'],
    ['neutr', 'The question of neutrality'],
    ['us diplomacy', 'U.S. diplomacy'],
    ['scrty coop', 'Security cooperation'],
    ['note 47', /^Note 47: /],
    ['52', /^Note 52: /],
    ['uavs', /^Note 44: /],
    ['lieberman', /^Note 49: /],
    ['hide comments', 'Hide Comments'],
    ['only original', 'Only this: Original text'],
    ['capitals', 'Hide Capitals'],
    ['author only', 'Author only'],
    ['added', 'What was added'],
    ['print', 'Print …'],
    ['pdf', 'Print …'],
    ['epub', 'Download …'],
    ['bibtex', 'Cite …'],
    ['copy link', 'Copy link to here'],
    ['shortcuts', 'Keys: what each one does'],
    ['library', 'Library: all articles'],
    ['overview', 'Overview of this article'],
    ['sources', 'Overview of this article'],
    ['settings', 'Settings …'],
    ['preferences', 'Settings …'],
    ['forget', 'Forget where I stopped, in every article'],
    ['lamp skerry', others[0]?.title ?? ''],
    ['notes', 'Notes'],
  ])('%s', (typed, label) => {
    const [group] = rankEntries(prepared, typed, RECENT, { perGroup: 8 })
    const found = group?.items[0]?.entry.label
    if (typeof label === 'string') expect(found).toBe(label)
    else expect(found).toMatch(label)
  })

  test('nothing fits what nothing is called', () => {
    expect(rankEntries(prepared, 'xyzzy', RECENT, { perGroup: 8 })).toEqual([])
  })
})

test.each(others.map((article) => [article.title, article] as const))(
  'every section of “%s” is found by its own name',
  (_, article) => {
    layOutNotes(article)
    const prepared = prepareEntries(commandsOf(article))
    for (const { title } of articleFacts(article).outline) {
      const groups = rankEntries(prepared, title, RECENT, { perGroup: 8 })
      expect(groups[0]?.items[0]?.entry.label).toBe(title)
    }
  },
)

describe('the sheet', () => {
  const ran = vi.fn<(id: string) => void>()
  const command = (id: string, label: string, group = 'Group'): Command => ({
    id,
    group,
    label,
    run: () => {
      ran(id)
    },
  })
  const commands = [command('a', 'Apple'), command('b', 'Banana'), command('c', 'Cherry', 'Other')]

  beforeEach(() => {
    ran.mockClear()
    // jsdom has dialogs that neither open nor close by themselves.
    HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement) {
      this.open = true
      this.querySelector('input')?.focus()
    }
    HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
      this.open = false
      fireEvent(this, new Event('close'))
    }
  })

  function open(recent: readonly string[] = []) {
    const onChosen = vi.fn<(command: Command) => void>()
    const onClose = vi.fn<() => void>()
    render(
      <Palette
        commands={commands}
        commandsFor={(typed) => [command('search', `Search “${typed}”`)]}
        recent={recent}
        onChosen={onChosen}
        onClose={onClose}
      />,
    )
    return { onChosen, onClose, user: userEvent.setup() }
  }
  const options = () => screen.getAllByRole('option').map((option) => option.textContent)

  test('what was chosen lately comes first', () => {
    open(['c'])
    expect(options()).toEqual(['Cherry', 'Apple', 'Banana'])
  })

  test('typing, arrows and Enter choose; the command runs once the sheet is closed', async () => {
    const { user, onChosen, onClose } = open()
    await user.type(screen.getByRole('combobox'), 'an')
    expect(options()).toEqual(['Banana', 'Search “an”'])
    expect(document.querySelector('mark')).toHaveTextContent('an')
    await user.keyboard('{ArrowDown}{Enter}')
    expect(ran).toHaveBeenCalledExactlyOnceWith('search')
    expect(onClose).toHaveBeenCalledBefore(ran)
    expect(onChosen).toHaveBeenCalledOnce()
  })

  test('Enter that ends a word of an input method chooses nothing', () => {
    open()
    const field = screen.getByRole('combobox')
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229, which: 229, isComposing: true })
    expect(ran).not.toHaveBeenCalled()
  })

  test('what nothing is called is said', async () => {
    const { user } = open()
    await user.type(screen.getByRole('combobox'), 'xyz')
    expect(options()).toEqual(['Search “xyz”'])
    expect(screen.getByRole('status')).toHaveTextContent('Nothing is called “xyz”.')
  })
})

test('a place whose words are gone is forgotten, and that is said', () => {
  layOutNotes(first)
  const item = `palimpsest.place.${first.slug}`
  localStorage.setItem(
    item,
    serializeKeptPlace({
      exact: 'These words are gone.',
      prefix: '',
      suffix: '',
      layer: 'original',
      block: 'gone',
      section: '',
      share: 0.5,
    }),
  )
  const onSay = vi.fn<(sentence: string) => void>()
  commandsOf(first, onSay)
    .find(({ id }) => id === 'action:resume')
    ?.run()
  expect(onSay).toHaveBeenCalledExactlyOnceWith(wordsGone)
  expect(localStorage.getItem(item)).toBeNull()
})

describe('the keys that ask for it', () => {
  const asks = (keys: KeyboardEventInit, isApple = false, target: Element = document.body) => {
    let isAsked = false
    const hear = (event: KeyboardEvent) => {
      isAsked = asksForPalette(event, isApple)
    }
    document.addEventListener('keydown', hear)
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...keys }))
    document.removeEventListener('keydown', hear)
    return isAsked
  }

  test.each([
    ['Latin', 'k', 'KeyK', true],
    ['Latin, with Caps Lock', 'K', 'KeyK', true],
    ['Dvorak, the letter', 'k', 'KeyV', true],
    ['Dvorak, the key of another letter', 't', 'KeyK', false],
    ['Cyrillic', 'л', 'KeyK', true],
    ['Arabic', 'ن', 'KeyK', true],
    ['Hebrew', 'ל', 'KeyK', true],
    ['Greek', 'κ', 'KeyK', true],
    ['Cyrillic, another key', 'к', 'KeyR', false],
    ['a dead key', 'Dead', 'KeyK', false],
  ])('%s', (_, key, code, isAsked) => {
    expect(asks({ key, code, ctrlKey: true })).toBe(isAsked)
    expect(asks({ key, code, metaKey: true })).toBe(isAsked)
    expect(asks({ key, code })).toBe(false)
    expect(asks({ key, code, ctrlKey: true, shiftKey: true })).toBe(false)
  })

  test('on Apple’s systems Ctrl and K stays with the field somebody writes in', () => {
    const field = document.body.appendChild(document.createElement('input'))
    const k = { key: 'k', code: 'KeyK' }
    expect(asks({ ...k, ctrlKey: true }, true, field)).toBe(false)
    expect(asks({ ...k, metaKey: true }, true, field)).toBe(true)
    expect(asks({ ...k, ctrlKey: true }, true)).toBe(true)
    expect(asks({ ...k, ctrlKey: true }, false, field)).toBe(true)
    field.remove()
  })
})

describe('on a page', () => {
  const press = async () => {
    await act(async () => {
      fireEvent.keyDown(document.body, { key: 'k', code: 'KeyK', ctrlKey: true })
      await Promise.resolve()
    })
  }
  function Page({ part, onUnreachable }: { part: () => ReactNode; onUnreachable: () => void }) {
    return usePalette(() => Promise.resolve({ default: part }), {}, onUnreachable).palette
  }

  test('what could not be drawn once is said, and tried anew when it is asked for again', async () => {
    // React reports what a region has caught.
    const reported = vi.spyOn(console, 'error').mockImplementation(() => {})
    let isBroken = true
    const part = () => {
      if (isBroken) throw new Error('It cannot be drawn.')
      return <p>Here it is.</p>
    }
    const onUnreachable = vi.fn<() => void>()
    render(<Page part={part} onUnreachable={onUnreachable} />)
    await press()
    expect(onUnreachable).toHaveBeenCalledOnce()
    isBroken = false
    await press()
    expect(screen.getByText('Here it is.')).toBeVisible()
    expect(onUnreachable).toHaveBeenCalledOnce()
    reported.mockRestore()
  })

  test('once it is here it opens with the key, before the next one is typed', async () => {
    const load = vi.fn(() =>
      Promise.resolve({
        default: ({ onClose }: { onClose: () => void }) => (
          <button type="button" onClick={onClose}>
            Close
          </button>
        ),
      }),
    )
    function Whole() {
      return usePalette(load, {}, () => {}).palette
    }
    render(<Whole />)
    await press()
    fireEvent.click(screen.getByRole('button'))
    fireEvent.keyDown(document.body, { key: 'k', code: 'KeyK', ctrlKey: true })
    expect(screen.getByRole('button')).toBeVisible()
    expect(load).toHaveBeenCalledOnce()
  })
})
