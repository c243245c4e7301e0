/**
 * Everything an author can be told, in one catalogue: what is wrong, and what to do about it.
 * Messages are collected and never thrown; one run tells all of them.
 */

export interface Message {
  readonly ruleId: RuleId
  /** An error stops the build. */
  readonly severity: 'error' | 'warning'
  /** What is wrong, one sentence. */
  readonly reason: string
  /** What to do about it. */
  readonly advice: string
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 code units. */
  readonly column: number
  readonly file: string
}

/** A place in a file, both numbers from 1. */
export interface FilePoint {
  readonly line: number
  readonly column: number
}

/** A message without its place. */
export type Told = Pick<Message, 'ruleId' | 'severity' | 'reason' | 'advice'>

/** Every rule by which a message can come; tests/fixtures/articles/errors has an example of each. */
export const RULE_IDS = [
  'front-matter-missing',
  'front-matter-syntax',
  'front-matter-value',
  'front-matter-unknown-key',
  'layers',
  'unknown-layer',
  'missing-layer',
  'capitals',
  'names',
  'unknown-directive',
  'misplaced-directive',
  'unreadable-directive',
  'directive-label',
  'unknown-attribute',
  'missing-attribute',
  'attribute-value',
  'unclosed-container',
  'stray-fence',
  'nested-passage',
  'empty-passage',
  'raw-html',
  'link-address',
  'link-target',
  'image-outside-figure',
  'image-alt',
  'figure-caption',
  'undefined-footnote',
  'unused-footnote',
  'duplicate-footnote',
  'footnote-status',
  'duplicate-id',
  'anchor',
  'alias-target',
  'alias-shadows-id',
  'heading-depth',
  'unsupported',
  'too-deep',
  'damaged-text',
  'source-mismatch',
] as const

export type RuleId = (typeof RULE_IDS)[number]

function error(ruleId: RuleId, reason: string, advice: string): Told {
  return { ruleId, severity: 'error', reason, advice }
}

function warning(ruleId: RuleId, reason: string, advice: string): Told {
  return { ruleId, severity: 'warning', reason, advice }
}

/** Long findings are shown by their beginning. */
function shown(text: string): string {
  const flat = text.replace(/\s+/gu, ' ')
  return flat.length > 60 ? `${flat.slice(0, 57)}…` : flat
}

function list(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.map((word) => `\`${word}\``).join(', ')
}

export const sentences = {
  frontMatterMissing: () =>
    error(
      'front-matter-missing',
      'The article has no front matter.',
      'Begin the file with `---`, the facts about the article as YAML, and another `---`; docs/format.md shows an example.',
    ),
  frontMatterSyntax: (problem: string) =>
    error(
      'front-matter-syntax',
      `The front matter is not YAML: ${shown(problem)}`,
      'Mend the line; a value with a colon or a quote in it needs quotes around it.',
    ),
  frontMatterFeature: (what: string) =>
    error('front-matter-syntax', `The front matter uses ${what}.`, 'Write the value out plainly.'),
  frontMatterValue: (path: string, expected: string) =>
    error('front-matter-value', `\`${path}\` is missing or not right.`, `Write here ${expected}.`),
  frontMatterUnknownKey: (key: string) =>
    error(
      'front-matter-unknown-key',
      `The front matter has no key \`${shown(key)}\` at this place.`,
      'Mend its spelling, or take it out; docs/format.md lists the keys.',
    ),
  originalLayers: (count: number) =>
    error(
      'layers',
      `There are ${count} layers of the kind \`original\`.`,
      'Declare exactly one: the author’s own text.',
    ),
  repeatedLayer: (id: string) =>
    error(
      'layers',
      `The layer \`${id}\` is declared twice.`,
      'Give each layer an id of its own; `footnotes` and `capitals` can stand only once.',
    ),
  unknownLayer: (id: string, fitting: readonly string[]) =>
    error(
      'unknown-layer',
      `No layer \`${shown(id)}\` can speak here.`,
      `Declare it in the front matter, or use one of these: ${list(fitting)}.`,
    ),
  noLayerOfKind: (kind: string) =>
    error(
      'missing-layer',
      `The front matter declares no layer of the kind \`${kind}\`.`,
      'Add it under `layers`.',
    ),
  severalLayers: (fitting: readonly string[]) =>
    error(
      'missing-layer',
      'It is not said which layer speaks here.',
      `Add \`layer="…"\` with one of these: ${list(fitting)}.`,
    ),
  capitalsDiffer: (found: string, plain: string) =>
    error(
      'capitals',
      `“${shown(plain)}” does not become “${shown(found)}” in capitals.`,
      'The two may differ in case only, must be equally long, and the plain form must have a small letter.',
    ),
  capitalsSame: (found: string) =>
    error(
      'capitals',
      `“${shown(found)}” has no plain form beside it.`,
      'Write after it how it reads without the capitals.',
    ),
  capitalsKey: (found: string) =>
    error(
      'capitals',
      `“${shown(found)}” is not a word or name.`,
      'It must begin and end with a letter or digit.',
    ),
  nameTwice: (form: string, owner: string) =>
    error(
      'names',
      `“${shown(form)}” already stands for “${shown(owner)}”.`,
      'Leave it with one of the two, or write a longer form that tells them apart.',
    ),
  nameNowhere: (form: string) =>
    warning(
      'names',
      `“${shown(form)}” stands nowhere in the text on its own.`,
      'Mend its spelling, or take it out; a part of a word or of a longer name does not count, and a name that does not stand there itself needs `forms` that do.',
    ),
  unknownDirective: (name: string) =>
    error(
      'unknown-directive',
      `There is no directive \`${shown(name)}\`.`,
      'Mend its name; if the colon is ordinary text, write a backslash in front of it.',
    ),
  misplacedDirective: (name: string, right: readonly string[]) =>
    error(
      'misplaced-directive',
      `\`${name}\` cannot be written in this form.`,
      `Write it as ${right.join(' or ')}.`,
    ),
  unreadableDirective: (text: string) =>
    error(
      'unreadable-directive',
      `“${shown(text)}” begins like a directive but cannot be read as one.`,
      'Check its brackets, braces and quotes, and that nothing follows on its line; if the colon is ordinary text, write a backslash in front of it.',
    ),
  labelMissing: (name: string) =>
    error('directive-label', `\`${name}\` has no words.`, 'Write them in brackets after the name.'),
  labelNotPlain: (name: string) =>
    error(
      'directive-label',
      `The words of \`${name}\` must be plain text.`,
      'Take the markup out of the brackets, or put it around the whole.',
    ),
  labelUnwanted: (name: string) =>
    error('directive-label', `\`${name}\` takes no words in brackets.`, 'Take the brackets out.'),
  unknownAttribute: (name: string, attribute: string, known: readonly string[]) =>
    error(
      'unknown-attribute',
      `\`${name}\` has no attribute \`${shown(attribute)}\`.`,
      `It knows these: ${list(known)}.`,
    ),
  missingAttribute: (name: string, attribute: string, expected: string) =>
    error(
      'missing-attribute',
      `\`${name}\` lacks the attribute \`${attribute}\`.`,
      `Add \`${attribute}="…"\`: ${expected}.`,
    ),
  attributeValue: (attribute: string, value: string, expected: string) =>
    error('attribute-value', `\`${attribute}\` cannot be “${shown(value)}”.`, `Write ${expected}.`),
  unclosedContainer: (name: string) =>
    error(
      'unclosed-container',
      `The container \`${name}\` is never closed.`,
      'End it with a line of as many colons as it begins with. If it has one, the container before it has not, and took this one’s.',
    ),
  strayFence: () =>
    error(
      'stray-fence',
      'This fence closes nothing.',
      'Take it out, or open the container that it should close. A container that holds another needs more colons than the inner one.',
    ),
  nestedPassage: (name: string) =>
    error(
      'nested-passage',
      `\`${name}\` stands inside something else.`,
      'If the container before it was not closed, close that one. A passage stands at the left edge, outside other containers, quotes, lists and notes; for a few words inside a sentence use `:insertion[…]`.',
    ),
  emptyPassage: (name: string) =>
    error(
      'empty-passage',
      `\`${name}\` holds nothing.`,
      'Write its words, or `::lost{what="insert"}` where they did not survive.',
    ),
  rawHtml: (html: string) =>
    error(
      'raw-html',
      `“${shown(html)}” is HTML.`,
      'Say it in Markdown or with a directive; if the character is meant, write `\\<`.',
    ),
  linkAddress: (url: string) =>
    error(
      'link-address',
      `“${shown(url)}” is not an address that a link may have.`,
      'Use http:, https:, mailto:, `#id` for a place in this article, or `../article/` for another article.',
    ),
  linkTarget: (id: string) =>
    error(
      'link-target',
      `The link leads to \`#${shown(id)}\`, which is not in this article.`,
      'Mend the id, or set it with `::anchor{#id}` before its block.',
    ),
  imageOutsideFigure: () =>
    error(
      'image-outside-figure',
      'An image stands outside a figure.',
      'Write `:::figure{src="file.png" alt="what it shows"}`, the caption, and `:::`.',
    ),
  imageAlt: () =>
    error(
      'image-alt',
      'The figure has no alternative text.',
      'Add `alt="…"`: what the image shows, for those who cannot see it.',
    ),
  figureCaption: () =>
    error(
      'figure-caption',
      'The caption of a figure is one paragraph.',
      'Move the rest out of the figure.',
    ),
  undefinedFootnote: (label: string) =>
    error(
      'undefined-footnote',
      `There is no footnote “${shown(label)}”.`,
      `Add \`[^${shown(label)}]: …\` at the left edge, or write \`\\[^\` if it is ordinary text.`,
    ),
  unusedFootnote: (label: string) =>
    error(
      'unused-footnote',
      `Nothing in the text refers to footnote “${shown(label)}”.`,
      `Put \`[^${shown(label)}]\` where its marker stands.`,
    ),
  duplicateFootnote: (label: string) =>
    error(
      'duplicate-footnote',
      `Footnote “${shown(label)}” is written twice.`,
      'Give one of them another label, or take it out.',
    ),
  statusOfNoFootnote: (label: string) =>
    error(
      'footnote-status',
      `The front matter describes footnote “${shown(label)}”, which does not exist.`,
      'Mend the label, or give it `status: lost`.',
    ),
  lostButThere: (label: string) =>
    error(
      'footnote-status',
      `Footnote “${shown(label)}” is called lost but is written in the article.`,
      'Take out either the one or the other.',
    ),
  duplicateId: (id: string) =>
    error(
      'duplicate-id',
      `The id \`${shown(id)}\` is already taken.`,
      'Choose another; footnotes own `note-…` and markers own `ref-…`.',
    ),
  anchorNeedsBlock: () =>
    error(
      'anchor',
      'No block follows that this anchor could name.',
      'Put it right before a heading or block; a container takes its id as `{#id}`.',
    ),
  anchorNeedsId: () => error('anchor', 'The anchor names no id.', 'Write `::anchor{#the-id}`.'),
  aliasTarget: (alias: string, id: string) =>
    error(
      'alias-target',
      `The alias \`${shown(alias)}\` leads to \`${shown(id)}\`, which is not in this article.`,
      'Give it the present id of the place.',
    ),
  aliasShadowsId: (alias: string) =>
    error(
      'alias-shadows-id',
      `The alias \`${shown(alias)}\` is also the id of a place.`,
      'Take the alias out, or give the place another id with `::anchor{#id}`.',
    ),
  headingDepth: (depth: number) =>
    error(
      'heading-depth',
      `A heading of depth ${depth} cannot stand here.`,
      'Use `##` to `####` (the title comes from the front matter).',
    ),
  headingJump: (from: number, to: number) =>
    error(
      'heading-depth',
      `The heading jumps from depth ${from} to depth ${to}.`,
      'Go down one step at a time; the first heading is `##`.',
    ),
  unsupported: (what: string) =>
    error(
      'unsupported',
      `The format has no ${what}.`,
      'Say it in another way; docs/format.md lists what there is.',
    ),
  tooDeep: () =>
    error(
      'too-deep',
      'The article is nested too deeply to be read.',
      'No more than a hundred quotes, lists, containers or emphases may stand inside one another.',
    ),
  damagedText: () =>
    warning(
      'damaged-text',
      'The text holds a character that stands for damaged bytes (U+FFFD).',
      'Save the file as UTF-8, or mend the word by hand.',
    ),
  sourceMismatch: (found: string, instead: string) =>
    error(
      'source-mismatch',
      `The source has ${found}; the article has ${instead}.`,
      'Bring the two together: put missing words into a passage, footnote, credit or omission, and mark words of ours with `:editorial[…]`.',
    ),
}

/** Collects messages about one file. */
export class Messages {
  readonly #file: string
  readonly #all: Message[] = []

  constructor(file: string) {
    this.#file = file
  }

  tell(told: Told, at: FilePoint | undefined): void {
    this.#all.push({ ...told, line: at?.line ?? 1, column: at?.column ?? 1, file: this.#file })
  }

  get errors(): number {
    return this.#all.filter(({ severity }) => severity === 'error').length
  }

  /** In the order of the file. */
  get all(): readonly Message[] {
    return [...this.#all].sort((a, b) => a.line - b.line || a.column - b.column)
  }
}

/** One line for a terminal: `file:line:column rule reason advice`. */
export function formatMessage(message: Message): string {
  const { file, line, column, severity, ruleId, reason, advice } = message
  return `${file}:${line}:${column}  ${severity}  ${reason} ${advice}  (${ruleId})`
}
