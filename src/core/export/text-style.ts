/**
 * The look of the text itself, for every file that has a style sheet: who speaks is told by a shape
 * and a label, and never by colour alone, for paper and for readers that know no colour.
 */
export const textStyle = `
.passage[data-kind] { margin: 1.4em 0; padding: 0.7em 1em; }
.passage[data-kind="commentary"] { border-inline-start: 4px solid #85560a; }
.passage[data-kind="commentary"][data-tone="2"] { border-inline-start: 4px dashed #9a3f22; }
.passage[data-kind="background"] { border: 3px double #11635f; }
.passage[data-kind="editorial"] { border-inline-start: 3px dotted #4b5768; }
.passage[data-kind="about-author"] { border-block: 1px solid #888; }
.voice { font-weight: bold; font-size: 0.85em; margin: 0 0 0.4em; break-after: avoid; page-break-after: avoid; }
.passage-title { font-weight: bold; break-after: avoid; page-break-after: avoid; }
.passage-end { font-size: 0.75em; margin: 0.6em 0 0; }
.remark, .lost, .ours, .series, .date, .holds, .edition { font-size: 0.85em; }
.insertion { border-bottom: 2px solid #85560a; }
.insertion[data-kind="background"] { border-bottom: 3px double #11635f; }
.marker { line-height: 0; font-size: 0.7em; }
.marker a { text-decoration: none; }
.authors { font-size: 1.15em; }
.hands { list-style: none; padding: 0; font-size: 0.85em; }
.hands .role { font-weight: bold; }
.endnotes li > div, .endnotes li > div > p, .endnotes li > .remark, .endnotes li > .ways { margin: 0; }
.endnotes li { margin-block-end: 0.7em; }
.endnotes li.signed { list-style: none; }
.endnotes .sign { font-weight: bold; }
.ways a { text-decoration: none; }
h1, h2, h3, h4, h5 { line-height: 1.2; break-after: avoid; page-break-after: avoid; }
figure { margin: 1.4em 0; break-inside: avoid; page-break-inside: avoid; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; margin: 1.2em 0; }
th, td { padding: 0.2em 0.6em; border-bottom: 1px solid #999; text-align: start; }
.align-right { text-align: end; }
.align-center { text-align: center; }
pre { white-space: pre-wrap; }
`.trim()
