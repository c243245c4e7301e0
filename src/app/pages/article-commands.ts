import {
  parseView,
  presetLayers,
  PRESETS,
  shownByDefault,
  isSameSet,
  toggled,
  type ArticleFacts,
  type LayerId,
  type View,
} from '#core/article'
import type { Preferences } from '#core/preferences'
import type { Command } from '#features/palette'
import { blockInView, copyText } from '#features/reader'
import * as common from '#words/common'
import type { Panel } from '#words/export'
import * as words from '#words/palette'
import * as reader from '#words/reader'
import { goToDocument, hrefNow, push, replace, searchNow } from '../address.ts'
import { readKeptPlace } from '../kept-places.ts'
import { hrefOf, overviewPath } from '../paths.ts'
import { forgetAllPlaces } from '../place-items.ts'
import { continueOrForget } from './continue-reading.ts'
import { questionWith } from './question.ts'

/** What the page lends to its commands. */
export interface ArticleTools {
  readonly facts: ArticleFacts
  readonly visible: readonly LayerId[]
  readonly preferences: Preferences
  readonly onPreferences: (change: Partial<Preferences>) => void
  readonly onSay: (sentence: string) => void
  readonly onSearch: (asked: string) => void
  readonly onTakeAway: (panel: Panel) => void
  readonly onKeys: () => void
}

/** Everything there is to do with an article, and every place in it, as it is now. */
export function articleCommands(tools: ArticleTools): readonly Command[] {
  return [
    ...actions(tools),
    ...sections(tools.facts),
    ...layers(tools),
    ...views(tools),
    ...notes(tools.facts),
  ]
}

/** What can be done with words that were typed. */
export function commandsForWords(tools: ArticleTools): (typed: string) => readonly Command[] {
  return (typed) => [
    {
      id: 'action:search-for',
      group: words.groups.actions,
      label: words.searchFor(typed),
      run: () => {
        tools.onSearch(typed)
      },
    },
  ]
}

function actions(tools: ArticleTools): readonly Command[] {
  const { facts, onSay, onTakeAway, preferences } = tools
  const kept = readKeptPlace(facts.slug)
  const action = (
    id: string,
    label: string,
    keywords: string,
    run: () => void,
    hint?: string,
  ): Command => ({
    id: `action:${id}`,
    group: words.groups.actions,
    label,
    keywords,
    run,
    ...(hint === undefined || !preferences.singleKeys ? {} : { hint }),
  })
  const goOn =
    kept === null
      ? []
      : [
          action('resume', words.resume, `${words.resumeKeywords} ${kept.section}`, () => {
            continueOrForget(facts, onSay)
          }),
        ]
  const view: View = parseView(searchNow()) ?? preferences.view
  const other: View = view === 'margin' ? 'inline' : 'margin'
  return [
    ...goOn,
    action(
      'search',
      words.search,
      words.searchKeywords,
      () => {
        tools.onSearch('')
      },
      '/',
    ),
    action('copy-link', words.copyLink, words.copyLinkKeywords, () => {
      const block = blockInView(document.querySelector('main article') ?? document.body)
      const hash = block === null ? '' : `#${encodeURIComponent(block)}`
      const link = hrefNow({ search: questionWith(facts, { asked: '' }), hash })
      void copyText(link).then((isCopied) => {
        onSay(isCopied ? common.linkCopied : `${reader.copyFailed} ${link}`)
      })
    }),
    action('overview', words.overview, words.overviewKeywords, () => {
      goToDocument(hrefOf(overviewPath(facts.slug)))
    }),
    action('print', words.print, words.printKeywords, () => {
      onTakeAway('print')
    }),
    action('download', words.download, words.downloadKeywords, () => {
      onTakeAway('download')
    }),
    action('cite', words.cite, words.citeKeywords, () => {
      onTakeAway('cite')
    }),
    action(
      `view:${other}`,
      other === 'margin' ? words.inMargin : words.inText,
      words.marginKeywords,
      () => {
        replace({ search: questionWith(facts, { view: null }) })
        tools.onPreferences({ view: other })
      },
    ),
    action('keys', words.keysHelp, words.keysKeywords, tools.onKeys, '?'),
    action('forget-places', words.forgetPlaces, words.forgetKeywords, () => {
      forgetAllPlaces()
      onSay(words.done(words.forgetPlaces))
    }),
  ]
}

function sections(facts: ArticleFacts): readonly Command[] {
  const place = (id: string, label: string, lang?: string): Command => ({
    // Sections of two articles may have one name.
    id: `section:${facts.slug}:${id}`,
    group: words.groups.sections,
    label,
    ...(lang === undefined ? {} : { lang }),
    run: () => {
      push({ hash: `#${encodeURIComponent(id)}` })
    },
  })
  return [
    ...facts.outline.map(({ id, title }) => place(id, title, facts.lang)),
    ...(facts.hasNotes ? [place('notes', common.notes)] : []),
    place('colophon', common.aboutEdition),
  ]
}

function layers(tools: ArticleTools): readonly Command[] {
  const { facts, visible, preferences, onSay } = tools
  const show = (next: readonly LayerId[], sentence: string) => {
    replace({ search: questionWith(facts, { visible: next }) })
    onSay(sentence)
  }
  return facts.layers.flatMap((layer, at) => {
    const isShown = visible.includes(layer.id)
    const digit = preferences.singleKeys && at < 9 ? String(at + 1) : null
    const shared = { group: words.groups.layers }
    const toggle: Command = {
      ...shared,
      id: `layer:${layer.id}`,
      label: isShown ? words.hideLayer(layer.label) : words.showLayer(layer.label),
      keywords: `${words.layerKeywords} ${layer.voice ?? ''} ${layer.kind}`,
      ...(digit === null ? {} : { hint: digit }),
      run: () => {
        show(
          toggled(facts.layers, visible, layer.id),
          isShown ? words.layerHidden(layer.label) : words.layerShown(layer.label),
        )
      },
    }
    // Markers and capitals alone would be marks on nothing.
    if (layer.share === null) return [toggle]
    const only: Command = {
      ...shared,
      id: `only:${layer.id}`,
      label: reader.onlyLayer(layer.label),
      keywords: `${words.onlyKeywords} ${layer.voice ?? ''} ${layer.kind}`,
      ...(digit === null ? {} : { hint: `Shift + ${digit}` }),
      run: () => {
        show([layer.id], reader.onlyShown(layer.label))
      },
    }
    return [toggle, only]
  })
}

function views({ facts, visible, preferences, onSay }: ArticleTools): readonly Command[] {
  return PRESETS.flatMap((name) => {
    const next = presetLayers(name, facts.layers)
    if (isSameSet(next, visible) || next.length === 0) return []
    const isDefault = name !== 'as-posted' && isSameSet(next, shownByDefault(facts.layers))
    if (isDefault) return []
    const hint = name === 'as-posted' && preferences.singleKeys ? { hint: '0' } : {}
    return [
      {
        id: `view:${name}`,
        group: words.groups.views,
        label: reader.preset[name],
        keywords: words.viewKeywords,
        ...hint,
        run: () => {
          replace({ search: questionWith(facts, { visible: next }) })
          onSay(reader.viewChosen(reader.preset[name]))
        },
      },
    ]
  })
}

/** In UTF-16 code units: of a note's words, those that are shown, and those that it is found by. */
const NOTE_SHOWN = 90
const NOTE_FOUND = 400

/** Read from the page, whose list of notes has them all. */
function notes({ slug, lang }: ArticleFacts): readonly Command[] {
  return [...document.querySelectorAll('.endnotes [data-note]')].map((note) => {
    const label = note.getAttribute('data-note') ?? ''
    const blocks = [...note.querySelectorAll('[data-block]')]
    const own = note.matches('[data-block]') ? [note] : blocks
    const text = own
      .map((block) => block.textContent)
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
    return {
      id: `note:${slug}:${note.id}`,
      group: words.groups.notes,
      label: words.note(
        label,
        text.length > NOTE_SHOWN ? `${text.slice(0, NOTE_SHOWN).trimEnd()} …` : text,
      ),
      lang: note.getAttribute('lang') ?? lang,
      keywords: `${words.noteKeywords} ${text.slice(0, NOTE_FOUND)}`,
      run: () => {
        push({ hash: `#${encodeURIComponent(note.id)}` })
      },
    }
  })
}
