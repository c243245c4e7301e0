import type { Article } from '#core/article'
import { textStyle } from './text-style.ts'

/** The style sheet of a page that stands alone. Ids of layers are plain letters, digits and hyphens. */
export function pageStyle(article: Article): string {
  return [textStyle, page, ...article.layers.map(({ id, kind }) => hiding(id, kind)), paper].join(
    '\n',
  )
}

/**
 * The switches are plain check boxes, and the page looks after them by itself. A browser that does
 * not know \`:has()\` shows every layer.
 */
function hiding(id: string, kind: Article['layers'][number]['kind']): string {
  const off = `body:has(#show-${id}:not(:checked))`
  if (kind === 'capitals') return `${off} .capitals { text-transform: none; }`
  if (kind === 'footnotes') return `${off} :is(.marker, .endnotes) { display: none; }`
  return `${off} [data-layer="${id}"] { display: none; }
${off} .stub[data-stub="${id}"] { display: block; }`
}

const page = `
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 1.5rem 20px 4rem; max-width: 34rem; font: 1.1rem/1.55 Georgia, 'Noto Serif', serif; color: light-dark(#211e1a, #dcd5c8); background: light-dark(#faf6ee, #1b1a18); overflow-wrap: break-word; }
a { color: inherit; }
h1 { font-size: 2rem; font-weight: 500; margin: 1rem 0 0; }
h2 { font-size: 1.35rem; font-weight: 600; margin: 2.2em 0 0.6em; }
.switches { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; margin: 1.5rem 0; padding: 0.5rem 0.9rem 0.7rem; border: 1px solid; border-radius: 6px; font: 0.85rem/1.4 system-ui, sans-serif; }
.switches label { display: inline-flex; align-items: center; gap: 0.5em; min-height: 28px; }
.passage[data-kind], .stub, .hands, .holds, .edition, .series, .date, .remark { font-family: system-ui, sans-serif; }
.passage[data-kind] { font-size: 0.9em; }
.passage[data-kind="background"] { font-family: inherit; }
.passage-end { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.stub { display: none; font-size: 0.78rem; opacity: 0.8; }
.capitals { text-transform: uppercase; font-size: 0.94em; letter-spacing: 0.015em; }
.endnotes, .colophon { margin-top: 3.5rem; border-top: 1px solid; font-size: 0.85rem; }
.endnotes a, .colophon a, .edition a { overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
.passage[data-kind="commentary"] { border-color: #d8a54a; }
.passage[data-kind="commentary"][data-tone="2"] { border-color: #e39a7c; }
.passage[data-kind="background"] { border-color: #6dbab2; }
}`.trim()

const paper = `
@media print {
@page { margin: 20mm 22mm; }
:root { color-scheme: light; }
body { max-width: none; padding: 0; font-size: 10.5pt; color: #000; background: none; }
.switches, .ways, .passage-end { display: none; }
p { orphans: 2; widows: 2; }
.passage[data-kind] { box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.voice, .endnotes li, tr { break-inside: avoid; }
}`.trim()
