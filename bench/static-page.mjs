/**
 * Writes the page we measure ourselves against: the same article as one hand-written HTML file. Layers are
 * checkboxes read by `:has()`, notes are native popovers, the type is the system's serif, there is no script.
 * It does far less than ours (no stubs, no kept reading position, no links into hidden text); it marks the
 * limit of what a browser can do with this text.
 */
import { runnerImport } from 'vite'
import { join } from 'node:path'

/** Reads an article file through the product's own parser, so that both pages have the same text and the same ids. */
export async function openFormat(root) {
  const { module } = await runnerImport(join(root, 'src/core/format/index.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  })
  return module
}

export function writeStaticPage(article) {
  const layers = article.layers
  const css = `${STYLE}\n${layers.map(layerRule).join('\n')}`
  const switches = layers
    .map(
      (layer) =>
        `<label><input type=checkbox${layer.shown ? ' checked' : ''} id=layer-${layer.id}> ${escape(layer.label)}</label>`,
    )
    .join('\n')
  const sections = article.sections
  const contents = sections
    .flatMap(({ heading }) =>
      heading
        ? [`<li><a href="#${escape(heading.id)}">${inlines(withoutMarkers(heading.children))}</a>`]
        : [],
    )
    .join('\n')
  return `<!doctype html>
<html lang=${article.lang} dir=${article.dir}>
<meta charset=utf-8>
<meta name=viewport content="width=device-width">
<title>${escape(article.title)}</title>
<style>${css}</style>
<header>
<h1>${escape(article.title)}</h1>
${article.series ? `<p>${escape(article.series.title)}, ${article.series.part}</p>` : ''}
<ul class=hands>${article.hands.map((hand) => `<li>${escape(hand.name)}${hand.did ? `: ${escape(hand.did)}` : ''}${hand.date ? `, ${escape(hand.date)}` : ''}`).join('')}</ul>
<p><a href="${escape(article.source.url)}">${escape(article.source.url)}</a>
<fieldset><legend>Layers</legend>
${switches}
</fieldset>
<details><summary>Contents</summary><ol>
${contents}
</ol></details>
</header>
<main>
${sections.map((part) => section(part, layers)).join('\n')}
</main>
<footer><p>${escape(article.source.rights)}</footer>
${article.footnotes.map(note).join('\n')}
</html>
`
}

const STYLE = `
:root{color-scheme:light dark;font:1.1875rem/1.55 Georgia,serif}
body{max-width:34em;margin:0 auto;padding:1rem}
h1,h2,h3,h4{line-height:1.2}
fieldset{display:flex;flex-wrap:wrap;gap:.25rem 1rem;font:.9rem system-ui,sans-serif}
.hands{padding-left:1.2em;font-size:.9em}
.v{font:.8rem system-ui,sans-serif;margin:0}
.commentary,.background,.editorial{margin:1rem 0;padding:.5rem 1rem;border-left:4px solid #a50;background:#a501}
.background{border-left:4px dashed #07a;background:#07a1}
.editorial{border-left:4px dotted gray;background:none}
.e{font-style:italic}
.lost{border:1px dashed gray;padding:0 .3em}
sup button{min-width:24px;min-height:24px;border:0;padding:0;background:none;color:LinkText;font:inherit;cursor:pointer}
[popover]{position-area:block-end span-inline-end;position-try-fallbacks:flip-block,flip-inline;inset:auto;margin:.25rem;max-width:24rem;border:1px solid;padding:.75rem;overflow-wrap:anywhere}
:target{outline:2px solid}`

function layerRule(layer) {
  const off = `body:has(#layer-${layer.id}:not(:checked))`
  if (layer.kind === 'capitals')
    return `body:has(#layer-${layer.id}:checked) .c{text-transform:uppercase}`
  if (layer.kind === 'footnotes') return `${off} sup{display:none}`
  return `${off} .layer-${layer.id}{display:none}`
}

function section({ heading, passages }, layers) {
  return `<section>${heading ? block(heading) : ''}${passages.map((part) => passage(part, layers)).join('\n')}</section>`
}

function passage({ id, layer: layerId, title, origin, uncertain, lang, blocks: children }, layers) {
  const layer = layers.find((candidate) => candidate.id === layerId)
  const lost = origin?.type === 'lost' ? '<p class=v>Where this came from is lost.' : ''
  const from =
    origin?.type === 'url'
      ? `<p class=v><a href="${escape(origin.url)}">${escape(origin.url)}</a>`
      : ''
  const voice =
    layer && layer.kind !== 'original' ? `<p class=v>${escape(layer.voice ?? layer.label)}` : ''
  const borders = uncertain
    .map((border) => `<p class=v>The ${border} of this passage is not marked in the source.`)
    .join('')
  return `<div id="${escape(id)}" class="layer-${escape(layerId)} ${layer?.kind ?? 'editorial'}"${language(lang)}>${voice}${title.length > 0 ? `<p>${inlines(title)}` : ''}${from}${lost}${blocks(children)}${borders}</div>`
}

function note({ id, label, remark, lang, blocks: children }) {
  return `<div popover id="${escape(id)}"${language(lang)}><b>${escape(label)}</b> ${blocks(children)}${remark ? `<p class=e>${escape(remark)}` : ''}</div>`
}

function blocks(list) {
  return list.map(block).join('\n')
}

function block(node) {
  const id = node.id ? ` id="${escape(node.id)}"` : ''
  switch (node.type) {
    case 'paragraph':
      return `<p${id}>${inlines(node.children)}</p>`
    case 'heading':
      return `<h${node.depth}${id}>${inlines(node.children)}</h${node.depth}>`
    case 'blockquote':
      return `<blockquote${id}>${blocks(node.children)}</blockquote>`
    case 'list': {
      const tag = node.ordered ? 'ol' : 'ul'
      return `<${tag}${id}${node.ordered && node.start !== 1 ? ` start=${node.start}` : ''}>${node.items.map((item) => `<li>${blocks(item)}`).join('')}</${tag}>`
    }
    case 'code':
      return `<pre${id}><code>${escape(node.value)}</code></pre>`
    case 'table': {
      const [head = [], ...rows] = node.rows
      const row = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${inlines(cell)}`).join('')}`
      return `<table${id}><thead>${row(head, 'th')}<tbody>${rows.map((cells) => row(cells, 'td')).join('')}</table>`
    }
    case 'figure':
      return `<figure${id}><img src="${escape(node.src)}" alt="${escape(node.alt)}"><figcaption>${inlines(node.caption)}</figcaption></figure>`
    case 'thematicBreak':
      return `<hr${id}>`
    case 'lost':
      return `<p${id} class=lost>${lostWords(node)}</p>`
    default:
      throw new Error(
        `The static page cannot write a block of type ${node.type} yet. Add it to bench/static-page.mjs.`,
      )
  }
}

function inlines(list) {
  return list.map(inline).join('')
}

function inline(node) {
  switch (node.type) {
    case 'text':
      return escape(node.value)
    case 'emphasis':
      return `<em>${inlines(node.children)}</em>`
    case 'strong':
      return `<strong>${inlines(node.children)}</strong>`
    case 'delete':
      return `<del>${inlines(node.children)}</del>`
    case 'inlineCode':
      return `<code>${escape(node.value)}</code>`
    case 'break':
      return '<br>'
    case 'link':
      return `<a href="${escape(node.url)}">${inlines(node.children)}</a>`
    case 'footnoteReference':
      return `<sup><button id="${escape(node.id)}" popovertarget="${escape(node.footnote)}">${escape(node.label)}</button></sup>`
    case 'insertion':
      return `<span class=layer-${escape(node.layer)}>${inlines(node.children)}</span>`
    case 'editorial':
      return `<span class=e>${inlines(node.children)}</span>`
    case 'sic':
      return `<span title="${escape(node.note ?? 'sic')}">${inlines(node.children)}</span>`
    case 'mended':
      return `<a href="${escape(node.url)}" title="${escape(node.note ?? 'mended')}">${inlines(node.children)}</a>`
    case 'lost':
      return `<span class=lost>${lostWords(node)}</span>`
    case 'capitals':
      return `<span class=c>${escape(node.plain)}</span>`
    case 'foreign':
      return `<i lang=${escape(node.lang)}>${inlines(node.children)}</i>`
    default:
      throw new Error(
        `The static page cannot write a ${node.type} inside a line yet. Add it to bench/static-page.mjs.`,
      )
  }
}

function lostWords({ what, children }) {
  return `${escape(what)} lost${children.length > 0 ? `: ${inlines(children)}` : ''}`
}

function language(lang) {
  return lang ? ` lang=${escape(lang)}` : ''
}

function withoutMarkers(list) {
  return list.filter((node) => node.type !== 'footnoteReference')
}

function escape(text) {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** The places the benchmark goes to: a paragraph of the author's at 80 % of the text, and a passage that the commentary's switch hides. */
export function placesOf(article) {
  const passages = article.sections.flatMap((part) => part.passages)
  const lengths = passages.flatMap((part) =>
    part.blocks.map((child) => ({
      id: child.id,
      layer: part.layer,
      type: child.type,
      length: JSON.stringify(child).length,
    })),
  )
  const whole = lengths.reduce((sum, { length }) => sum + length, 0)
  const original = article.layers.find((layer) => layer.kind === 'original')
  const commentary =
    article.layers.find((layer) => layer.kind === 'commentary') ??
    article.layers.find((layer) => layer.kind === 'background')
  let before = 0
  let link = null
  for (const { id, layer, type, length } of lengths) {
    if (link === null && before >= 0.8 * whole && layer === original?.id && type === 'paragraph')
      link = id
    before += length
  }
  const hidden = lengths.find(({ layer, type }) => layer === commentary?.id && type === 'paragraph')
  if (!link || !hidden || !commentary)
    throw new Error(
      'The benchmark needs an article with a paragraph at 80 % of its text and a passage of commentary or background.',
    )
  return { link, layer: commentary.id, hidden: hidden.id }
}
