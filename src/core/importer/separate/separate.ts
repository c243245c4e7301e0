import { firstIndex } from '#core/article'
import type { Material, Segment, Separation, Stretch } from '../model.ts'
import { aboutOf } from './about.ts'
import { mendedIn } from './addresses.ts'
import { foreignColours } from './coloured.ts'
import { editLinkOf } from './edit-links.ts'
import type { Definition } from './notes/definitions.ts'
import { missingLabels, notesIn, referencesOf } from './notes/notes.ts'
import { statesOf } from './notes/states.ts'
import { withoutPageBreaks } from './page-breaks.ts'
import { readMail } from './mail/mail.ts'
import { lookAt } from './page.ts'
import type { Part } from './part.ts'
import { partsOf } from './part.ts'
import { remarksIn } from './remarks.ts'
import type { Sheet } from './sheet.ts'
import { withOneSpelling } from './spelling.ts'
import type { Verdict } from './verdict.ts'
import { verdict } from './verdict.ts'
import { judge } from './voices.ts'
import { wayBackOf } from './way-back.ts'

/**
 * Tells the voices of a text apart. Every character of every fragment is in exactly one segment, in
 * order: the passes only decide which, and where a fragment is divided.
 */
export function separate(material: Material): Separation {
  const parts = partsOf(material)
  const page = lookAt(material.format === 'html' ? parts : [])
  const isOut = (part: Part): boolean => {
    if (material.format !== 'html') return false
    const roles = page.rolesOf(part)
    return (
      roles.has('comments') ||
      roles.has('contents') ||
      (roles.has('furniture') && !roles.has('notes'))
    )
  }
  const notes = notesIn(material, parts, (part) => !isOut(part))
  const sheet: Sheet = {
    material,
    parts,
    page: material.format === 'html' ? page : lookAtHints(parts),
    mail: readMail(material, parts, isOut),
    verdicts: new Map(),
    notes: new Set(notes.definitions.map((definition) => definition.at)),
  }
  judge(sheet)
  const { segments, byDefinition } = segmentsOf(sheet, notes.definitions)
  const spoken = spokenIn(segments)
  const references = referencesOf(
    notes,
    (definition) => byDefinition.get(definition) ?? null,
    spoken,
  )
  const about = aboutOf(sheet)
  const marked = new Set(references.map(({ definition }) => definition))
  return {
    // A definition that its marker points to is beyond doubt.
    segments: withOneSpelling(segments, about.authors).map((segment, n) =>
      marked.has(n) && segment.confidence === 'likely'
        ? { ...segment, confidence: 'sure' }
        : segment,
    ),
    references,
    mended: mendedIn(material.text),
    missing: missingLabels(notes.definitions, references),
    about,
  }
}

/** Outside pages everything is the text; what elements are called may still say who speaks. */
function lookAtHints(parts: readonly Part[]): Sheet['page'] {
  return { ...lookAt(parts), isInBody: () => true }
}

interface Cut {
  readonly from: number
  readonly verdict: Verdict
}

function segmentsOf(
  sheet: Sheet,
  definitions: readonly Definition[],
): {
  readonly segments: readonly Segment[]
  readonly byDefinition: ReadonlyMap<Definition, number>
} {
  const { material, parts } = sheet
  const byPart = new Map<number, Definition[]>()
  for (const definition of definitions) {
    const list = byPart.get(definition.at)
    if (list === undefined) byPart.set(definition.at, [definition])
    else list.push(definition)
  }
  const states = statesBy(material, definitions)
  const colours = foreignColours(sheet)
  const segments: Segment[] = []
  const byDefinition = new Map<Definition, number>()
  for (const part of parts) {
    const own = byPart.get(part.at)
    if (own === undefined) {
      const spoken = spokenSegments(sheet, part, colours)
      for (const segment of withoutPageBreaks(part, spoken, material.text, segmentOf))
        segments.push(segment)
      continue
    }
    for (const [n, definition] of own.entries()) {
      byDefinition.set(definition, segments.length)
      segments.push({
        ...plain(
          n === 0 ? part.fragment.from : definition.from,
          own[n + 1]?.from ?? part.fragment.to,
        ),
        class: 'footnote-definition',
        confidence: definition.isDeclared ? 'sure' : 'likely',
        cue: {
          id:
            definition.label === null
              ? 'note-goes-on'
              : definition.isDeclared
                ? 'note-markup'
                : 'note-label',
          found: definition.label,
        },
        label: definition.label,
        state: states.get(definition) ?? 'whole',
      })
    }
    // A note that goes on stays in one piece, arrow and all.
    const goesOn = byPart.get(part.at + 1)?.[0]?.label === null
    if (!goesOn) segments.push(...withoutWayBack(part, segments))
  }
  return { segments, byDefinition }
}

/** Takes the way back to the text from the end of the last segment, and gives what stands there instead. */
function withoutWayBack(part: Part, segments: Segment[]): readonly Segment[] {
  const last = segments.at(-1)
  const back = wayBackOf(part)
  if (last === undefined || back === null || back <= last.from) return []
  segments.pop()
  return [{ ...last, to: back }, segmentOf(WAY_BACK, back, last.to)]
}

const WAY_BACK = verdict('furniture', 'sure', 'site-words', { found: '↩' })

function statesBy(
  material: Material,
  definitions: readonly Definition[],
): ReadonlyMap<Definition, NonNullable<Segment['state']>> {
  const labelled = definitions.filter((definition) => definition.label !== null)
  const states = statesOf(
    labelled.map((definition) => material.text.slice(definition.from, definition.to)),
  )
  return new Map(labelled.map((definition, n) => [definition, states[n] ?? 'whole']))
}

const plain = (from: number, to: number): Segment => ({
  from,
  to,
  class: 'original',
  voice: null,
  confidence: 'sure',
  cue: { id: 'body', found: null },
  uncertain: [],
  lost: null,
  label: null,
  state: null,
})

/** One segment, or several where somebody puts in a word. */
function spokenSegments(
  sheet: Sheet,
  part: Part,
  colours: ReadonlySet<string>,
): readonly Segment[] {
  const own = sheet.verdicts.get(part.at) ?? verdict('original', 'sure', 'body')
  const cuts = cutsOf(part, own, colours)
  return cuts.map((cut, n) => {
    const from = n === 0 ? part.fragment.from : cut.from
    return segmentOf(cut.verdict, from, cuts[n + 1]?.from ?? part.fragment.to)
  })
}

function segmentOf(found: Verdict, from: number, to: number): Segment {
  return {
    ...plain(from, to),
    class: found.class,
    voice: found.voice,
    confidence: found.confidence,
    cue: { id: found.cue, found: found.found },
    uncertain: found.uncertain,
    lost: found.lost,
  }
}

function cutsOf(part: Part, own: Verdict, colours: ReadonlySet<string>): readonly Cut[] {
  const whole: Cut = { from: part.fragment.from, verdict: own }
  if (part.fragment.kind === 'heading') {
    const edit = own.class === 'heading' ? editLinkOf(part) : null
    return edit === null
      ? [whole]
      : [whole, { from: edit, verdict: verdict('furniture', 'sure', 'edit-link') }]
  }
  if (own.class !== 'original' && own.class !== 'quote') return [whole]
  if (part.fragment.kind === 'code') return [whole]
  const cuts: Cut[] = []
  let reached = 0
  const goOn = (to: number): void => {
    if (!/[\p{L}\p{N}]/u.test(part.words.slice(reached, to))) return
    const from = cuts.length === 0 ? part.fragment.from : part.placeOf(reached - 1) + 1
    cuts.push({ from, verdict: own })
  }
  for (const { from, to, cue, found, voice, ...remark } of remarksIn(part, colours)) {
    if (from < reached) continue
    goOn(from)
    const confidence = FORMS.has(cue) ? 'guess' : 'sure'
    cuts.push({
      from: cuts.length === 0 ? part.fragment.from : part.placeOf(from),
      verdict: verdict(remark.class, confidence, cue, { found, voice }),
    })
    reached = to
  }
  if (cuts.length === 0) return [whole]
  goOn(part.words.length)
  return cuts
}

/** What only form says, and no word. */
const FORMS: ReadonlySet<string> = new Set(['in-brackets', 'in-arrows', 'inserted', 'coloured'])

/** Whether a stretch is in a segment in which markers are markers. */
function spokenIn(segments: readonly Segment[]): (stretch: Stretch) => boolean {
  return ({ from, to }) => {
    const next = firstIndex(segments, (segment) => segment.from > from)
    const segment = segments[Math.max(0, next - 1)]
    if (segment === undefined || to > segment.to) return false
    return segment.class !== 'furniture' && segment.class !== 'metadata'
  }
}
