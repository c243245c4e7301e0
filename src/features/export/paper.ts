import { interventions, type Article, type LayerId } from '#core/article'
import { selectLayers } from '#core/export'
import { hidePassage, PASSAGE } from '#ui/markup.ts'
import type { PageSize } from '#words/export'

export interface PaperChoices {
  /** The layers that are printed; null for what is on the screen, with the lines that say what is hidden. */
  readonly layers: readonly LayerId[] | null
  readonly hasNotes: boolean
  /** Whether links say where they lead. */
  readonly hasAddresses: boolean
  readonly size: PageSize
  /** Said at the head of every page; null for none. */
  readonly runningTitle: string | null
}

/**
 * Prints the page as chosen. Nothing in it is changed but by a style sheet and by attributes on
 * links and hidden passages, which are all gone when printing is over: the screen never was another.
 */
export function printOnPaper(article: Article, choices: PaperChoices): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(paperStyle(article, choices))
  document.adoptedStyleSheets.push(sheet)
  const links = choices.hasAddresses ? markAddresses() : []
  const passages = showOnPaper(choices.layers ?? [])
  window.addEventListener(
    'afterprint',
    () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
      for (const link of links) link.removeAttribute(ADDRESS)
      for (const passage of passages) {
        hidePassage(passage)
        passage.removeAttribute(SHOWN)
      }
    },
    { once: true },
  )
  window.print()
}

const ADDRESS = 'data-paper-address'
const SHOWN = 'data-paper-shown'

/**
 * What is hidden and comes along. A browser does not print what is hidden until it is found, whatever a
 * style sheet says, so the attribute goes; on the screen the sheet keeps everything where it was.
 */
function showOnPaper(layers: readonly LayerId[]): readonly Element[] {
  const passages = [...document.querySelectorAll(`${PASSAGE}[hidden]`)].filter((passage) =>
    layers.some((layer) => layer === passage.getAttribute('data-layer')),
  )
  for (const passage of passages) {
    passage.setAttribute(SHOWN, '')
    passage.removeAttribute('hidden')
  }
  return passages
}

const SCREEN = `@media screen {
  [${SHOWN}] { display: none !important; }
  .passage[${SHOWN}] + .stub { display: block !important; }
  .insertion[${SHOWN}] + .inline-stub { display: inline-block !important; }
}`

/** Only links whose words are not their address already. */
function markAddresses(): readonly Element[] {
  const bare = (text: string) => text.trim().replace(/^https?:\/\/|\/$/g, '')
  const links = [...document.querySelectorAll<HTMLAnchorElement>('article a[href^="http"]')].filter(
    (link) => !link.textContent.includes(bare(link.getAttribute('href') ?? '')),
  )
  for (const link of links) link.setAttribute(ADDRESS, link.href)
  return links
}

/** The rules of one printing. */
function paperStyle(article: Article, choices: PaperChoices): string {
  const { layers, hasNotes, hasAddresses, size, runningTitle } = choices
  const rules = [
    '.visually-hidden { display: none !important; }',
    'p { orphans: 2; widows: 2; }',
    ...(layers === null ? [] : layerRules(article, layers)),
    ...(hasNotes ? [] : ['.marker, .endnotes { display: none !important; }']),
    ...(hasAddresses
      ? [
          `[${ADDRESS}]::after { content: ' (' attr(${ADDRESS}) ')' !important; font-size: 0.85em; overflow-wrap: anywhere; }`,
        ]
      : []),
  ]
  const margin =
    runningTitle === null
      ? ''
      : `@top-center { content: ${cssString(runningTitle)}; font: 8pt sans-serif; } @bottom-center { content: counter(page); font: 8pt sans-serif; }`
  const first = '@page :first { @top-center { content: none; } }'
  return `@page { size: ${size}; margin: 20mm 22mm; ${margin} }\n${first}\n@media print {\n${rules.join('\n')}\n}\n${SCREEN}`
}

/** Which passages, marks and notes are on paper, whatever is on the screen. */
function layerRules(article: Article, layers: readonly LayerId[]): readonly string[] {
  const isTaken = (id: string) => layers.some((layer) => layer === id)
  const kept = selectLayers(article, { layers, footnotes: true })
  const notes = new Set(kept.footnotes.map(({ id }) => id))
  const gone = article.footnotes.filter(({ id }) => !notes.has(id))
  const marks = goneMarks(article, kept)
  const capitals = article.layers.find(({ kind }) => kind === 'capitals')
  return [
    // A stub says what can be switched on again, and paper has no switches.
    '.stub, .inline-stub { display: none !important; }',
    ...article.layers
      .filter(({ id }) => !isTaken(id))
      .map(({ id }) => `[data-passage][data-layer="${id}"] { display: none !important; }`),
    isTaken('footnotes')
      ? '.marker { display: inline !important; }'
      : '.marker { display: none !important; }',
    ...(capitals === undefined
      ? []
      : [
          `.capitals { text-transform: ${isTaken(capitals.id) ? 'uppercase' : 'none'} !important; }`,
        ]),
    ...gone.map(({ id }) => `.endnotes #${CSS.escape(id)} { display: none !important; }`),
    ...marks.map((place) => `.marks li:nth-child(${place}) { display: none !important; }`),
    // What was said elsewhere or left out is mostly the words of others.
    ...(article.layers.every(({ id }) => isTaken(id))
      ? []
      : ['.colophon > .marks ~ * { display: none !important; }']),
  ]
}

/** Which of the editor's marks stand in what is not printed: their numbers in the list, from 1. */
function goneMarks(article: Article, kept: Article): readonly number[] {
  const left = new Set(interventions(kept).map((mark) => JSON.stringify(mark)))
  return interventions(article).flatMap((mark, index) =>
    left.has(JSON.stringify(mark)) ? [] : [index + 1],
  )
}

function cssString(text: string): string {
  return `"${text.replaceAll(/["\\\n\r\f]/g, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`
}
