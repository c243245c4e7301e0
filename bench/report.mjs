/** From samples to medians, from medians to ratios and bars, and to a table that reads without explanation. */
import { PROFILES } from './measure.mjs'

const KB = 1000

/**
 * What is measured, in the order of the table. `kind` says how it is written; `grows` marks what must grow no
 * faster than the text.
 */
export const METRICS = [
  { key: 'bytesHtml', name: 'bytes: HTML', kind: 'bytes' },
  { key: 'bytesScript', name: 'bytes: scripts', kind: 'bytes' },
  { key: 'bytesStyle', name: 'bytes: styles', kind: 'bytes' },
  { key: 'bytesOther', name: 'bytes: other', kind: 'bytes' },
  { key: 'bytesFont', name: 'bytes: fonts', kind: 'bytes' },
  { key: 'bytesIdle', name: 'bytes: when idle', kind: 'bytes' },
  { key: 'bytesWithoutFonts', name: 'bytes: all but fonts', kind: 'bytes' },
  { key: 'requests', name: 'requests', kind: 'count' },
  { key: 'requestsBeforeText', name: 'requests before the text', kind: 'count' },
  { key: 'fcp', name: 'first paint (FCP)', kind: 'time' },
  { key: 'lcp', name: 'largest paint (LCP)', kind: 'time' },
  { key: 'ready', name: 'load: loaded and ready', kind: 'time', grows: true },
  { key: 'cls', name: 'layout shift (CLS)', kind: 'score' },
  { key: 'tbt', name: 'blocking (TBT)', kind: 'time' },
  { key: 'longestTask', name: 'longest task after paint', kind: 'time' },
  { key: 'heap', name: 'JS heap', kind: 'bytes' },
  { key: 'nodes', name: 'DOM nodes', kind: 'count' },
  { key: 'toggle', name: 'toggle → paint', kind: 'time', grows: true },
  { key: 'note', name: 'note: click → visible', kind: 'time', grows: true },
  { key: 'noteFirst', name: 'note: first click', kind: 'time' },
  { key: 'noteRest', name: 'note: rest → visible − delay', kind: 'time' },
  { key: 'keystroke', name: 'search: letter → hits', kind: 'time', grows: true },
  { key: 'margin', name: 'margin: laid out anew', kind: 'time', grows: true },
  { key: 'link', name: 'link → in view, stable', kind: 'time', grows: true },
  { key: 'linkOff', name: 'link: off by', kind: 'pixels' },
]

const everywhere = () => true
const atScale =
  (...scales) =>
  ({ scale }) =>
    scales.includes(scale)
const unthrottled = ({ profile }) => profile === 'unthrottled'
const underCpu4 = ({ profile }) => profile === 'cpu4'
const both =
  (...claims) =>
  (cell) =>
    claims.every((claim) => claim(cell))

/** The bars: of the article on screen, and 12 KB more for the reading room. `ratio` is against the static page of the same scale and profile, `most` is our own figure. */
export const BARS = [
  {
    metric: 'bytesScript',
    most: 87 * KB,
    where: both(atScale(1), unthrottled),
    says: 'scripts of the first load ≤ 87 KB',
  },
  {
    metric: 'bytesWithoutFonts',
    most: 107 * KB,
    where: both(atScale(1), unthrottled),
    says: 'everything but fonts ≤ 107 KB',
  },
  {
    metric: 'bytesFont',
    most: 60 * KB,
    where: both(atScale(1), unthrottled),
    says: 'fonts ≤ 60 KB',
  },
  {
    metric: 'bytesIdle',
    most: 7 * KB,
    where: both(atScale(1), unthrottled),
    says: 'when idle ≤ 7 KB',
  },
  {
    metric: 'requestsBeforeText',
    most: 8,
    where: everywhere,
    says: '≤ 8 requests before the text',
  },
  { metric: 'lcp', ratio: 1.5, where: atScale(1, 10), says: 'LCP ≤ 1.5×' },
  { metric: 'cls', most: 0.01, where: everywhere, says: 'CLS ≤ 0.01' },
  { metric: 'tbt', most: 0, where: both(atScale(1, 10), unthrottled), says: 'TBT 0 unthrottled' },
  { metric: 'tbt', most: 60, where: both(atScale(1, 10), underCpu4), says: 'TBT ≤ 60 ms under 4×' },
  { metric: 'toggle', ratio: 1.5, where: atScale(1), says: 'toggle ≤ 1.5× at ×1' },
  { metric: 'toggle', ratio: 2, where: atScale(100), says: 'toggle ≤ 2× at ×100' },
  { metric: 'note', ratio: 1.3, where: everywhere, says: 'note ≤ 1.3×' },
  {
    metric: 'keystroke',
    most: 50,
    where: both(atScale(1), unthrottled),
    says: 'search ≤ 50 ms a letter at ×1',
  },
  {
    metric: 'keystroke',
    most: 100,
    where: both(atScale(100), unthrottled),
    says: 'search ≤ 100 ms a letter at ×100',
  },
  { metric: 'margin', most: 8, where: unthrottled, says: 'margin laid out in ≤ 8 ms' },
  { metric: 'link', ratio: 2, where: everywhere, says: 'link ≤ 2×' },
  { metric: 'linkOff', most: 8, where: everywhere, says: 'link off by ≤ 8 px' },
  {
    metric: 'longestTask',
    most: 200,
    where: both(atScale(100), unthrottled),
    says: 'no task over 200 ms at ×100',
  },
]

const GROWTH_BAR = 1

/** One load's or one link's sample as a flat record of numbers. */
export function flatten({ load, link }) {
  const record = {}
  if (load) {
    const { html, script, style, font, other, idle } = load.bytes
    Object.assign(record, {
      bytesHtml: html,
      bytesScript: script,
      bytesStyle: style,
      bytesOther: other,
      bytesFont: font,
      bytesIdle: idle,
    })
    record.bytesWithoutFonts = html + script + style + other
    for (const key of [
      'requests',
      'requestsBeforeText',
      'fcp',
      'lcp',
      'ready',
      'cls',
      'tbt',
      'longestTask',
      'heap',
      'nodes',
      'noteFirst',
    ])
      record[key] = load[key]
    record.toggle = median(load.toggles ?? [])
    record.note = median(load.notes ?? [])
    record.noteRest = median(load.noteRests ?? [])
    record.keystroke = median(load.keystrokes ?? [])
    record.margin = median(load.margins ?? [])
  }
  if (link) Object.assign(record, { link: link.time, linkOff: link.off })
  return record
}

/** Median, least and most of each metric over all runs of one page. */
export function summarize(records) {
  const summary = {}
  for (const { key } of METRICS) {
    const values = records
      .map((record) => record[key])
      .filter((value) => typeof value === 'number' && Number.isFinite(value))
    if (values.length > 0)
      summary[key] = {
        median: median(values),
        min: Math.min(...values),
        max: Math.max(...values),
        runs: values.length,
      }
  }
  return summary
}

/** Every bar at every scale and profile at which it can be judged, with what was reached. */
export function judge(cells) {
  const verdicts = []
  for (const bar of BARS)
    for (const cell of cells.filter(bar.where)) {
      const ours = cell.palimpsest[bar.metric]
      const theirs = cell.static[bar.metric]
      if (!ours || (bar.ratio && !theirs)) continue
      const reached = bar.ratio ? ours.median / theirs.median : ours.median
      verdicts.push({
        bar: bar.says,
        metric: bar.metric,
        scale: cell.scale,
        profile: cell.profile,
        reached,
        most: bar.ratio ?? bar.most,
        isRatio: bar.ratio !== undefined,
        met: reached <= (bar.ratio ?? bar.most),
      })
    }
  return verdicts
}

/** How the cost grows from the smallest to the largest scale: 1 is as fast as the text, 0 not at all. */
export function growth(cells) {
  const rows = []
  for (const profile of new Set(cells.map((cell) => cell.profile))) {
    const own = cells.filter((cell) => cell.profile === profile).sort((a, b) => a.scale - b.scale)
    const [small, large] = [own.at(0), own.at(-1)]
    if (small.scale === large.scale) continue
    for (const { key, name } of METRICS.filter((metric) => metric.grows)) {
      const exponent = (side) => {
        const [from, to] = [small[side][key]?.median, large[side][key]?.median]
        return from > 0 && to > 0 ? Math.log(to / from) / Math.log(large.scale / small.scale) : null
      }
      const [ours, theirs] = [exponent('palimpsest'), exponent('static')]
      if (ours !== null)
        rows.push({
          profile,
          metric: key,
          name,
          from: small.scale,
          to: large.scale,
          static: theirs,
          palimpsest: ours,
          met: ours <= GROWTH_BAR,
        })
    }
  }
  return rows
}

export function printReport({ about, cells, verdicts, growths }) {
  const lines = [...about, '']
  for (const cell of cells) {
    lines.push(`×${cell.scale} · ${PROFILES[cell.profile].says} · ${cell.runs} runs each`, '')
    const rows = [['', 'static page', '', 'Palimpsest', '', 'ratio', 'bar']]
    for (const { key, name, kind } of METRICS) {
      const [theirs, ours] = [cell.static[key], cell.palimpsest[key]]
      if (!theirs && !ours) continue
      const ratio =
        theirs && ours && theirs.median > 0 ? (ours.median / theirs.median).toFixed(2) : '–'
      const own = verdicts.filter(
        (verdict) =>
          verdict.metric === key &&
          verdict.scale === cell.scale &&
          verdict.profile === cell.profile,
      )
      const bar = own
        .map(
          (verdict) =>
            `${verdict.met ? 'met' : 'MISSED'} (≤ ${verdict.isRatio ? `${verdict.most}×` : write(verdict.most, kind)})`,
        )
        .join(', ')
      rows.push([name, ...writeSummary(theirs, kind), ...writeSummary(ours, kind), ratio, bar])
    }
    lines.push(...table(rows), '')
  }
  if (growths.length > 0) {
    lines.push('Growth with the text (1 = as fast as the text)', '')
    lines.push(
      ...table([
        ['', 'from', 'to', 'static page', 'Palimpsest', 'bar'],
        ...growths.map((row) => [
          `${row.name}, ${PROFILES[row.profile].says}`,
          `×${row.from}`,
          `×${row.to}`,
          row.static?.toFixed(2) ?? '–',
          row.palimpsest.toFixed(2),
          `${row.met ? 'met' : 'MISSED'} (≤ ${GROWTH_BAR})`,
        ]),
      ]),
      '',
    )
  }
  const all = [...verdicts, ...growths]
  const missed = all.filter((verdict) => !verdict.met)
  lines.push(
    `${all.length - missed.length} of ${all.length} bars met${missed.length > 0 ? '; missed:' : '.'}`,
  )
  for (const verdict of verdicts.filter(({ met }) => !met)) {
    const { kind } = METRICS.find(({ key }) => key === verdict.metric)
    lines.push(
      `  ${verdict.bar}, ×${verdict.scale}, ${PROFILES[verdict.profile].says}: ${verdict.isRatio ? `${verdict.reached.toFixed(2)}×` : write(verdict.reached, kind)}`,
    )
  }
  for (const row of growths.filter(({ met }) => !met))
    lines.push(
      `  growth ≤ ${GROWTH_BAR}, ${row.name}, ${PROFILES[row.profile].says}: ${row.palimpsest.toFixed(2)}`,
    )
  return lines.join('\n')
}

function writeSummary(summary, kind) {
  if (!summary) return ['–', '']
  const spread =
    summary.min === summary.max ? '' : `${write(summary.min, kind)} – ${write(summary.max, kind)}`
  return [write(summary.median, kind), spread]
}

function write(value, kind) {
  switch (kind) {
    case 'bytes':
      return value >= 1e6 ? `${(value / 1e6).toFixed(2)} MB` : `${(value / KB).toFixed(1)} KB`
    case 'time':
      return `${value.toFixed(value < 10 && value !== 0 ? 1 : 0)} ms`
    case 'pixels':
      return `${value.toFixed(1)} px`
    case 'score':
      return value.toFixed(4)
    default:
      return String(Math.round(value))
  }
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => [...row[column]].length)))
  return rows.map((row) =>
    row
      .map((text, column) =>
        column === 0 || column === row.length - 1
          ? text.padEnd(widths[column])
          : text.padStart(widths[column]),
      )
      .join('  ')
      .trimEnd(),
  )
}

function median(values) {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
