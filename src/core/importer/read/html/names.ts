/*
 * What the names of elements mean to somebody who reads the page: what is seen, what divides, what
 * closes what. After the HTML standard, as far as it matters for text.
 */

/** Not to be read on the page, with everything in them. */
export const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'textarea',
  'title',
  'svg',
  'annotation',
  'annotation-xml',
  'object',
  'select',
  'head',
  'canvas',
  'video',
  'audio',
  'noembed',
  'noframes',
])

/** Of those, what stands for something that a reader would have seen or heard. */
export const PICTURES = new Set(['svg', 'object', 'canvas', 'video', 'audio', 'iframe', 'img'])

/** What divides the text into blocks. */
export const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'button',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'label',
  'legend',
  'li',
  'listing',
  'main',
  'menu',
  'nav',
  'ol',
  'optgroup',
  'option',
  'p',
  'plaintext',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'xmp',
])

export const VOID = new Set([
  'area',
  'base',
  'basefont',
  'br',
  'col',
  'command',
  'embed',
  'frame',
  'hr',
  'img',
  'input',
  'keygen',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])

/** What may stand in `head`; anything else begins the body. */
export const OF_HEAD = new Set([
  'base',
  'basefont',
  'bgsound',
  'link',
  'meta',
  'noframes',
  'noscript',
  'script',
  'style',
  'template',
  'title',
])

/** No end tag inside closes an element outside of them. */
export const WALLS = new Set(['td', 'th', 'caption', 'table', 'template', 'html'])

/** What an opening tag closes when it is still open, up to the walls. */
export const CLOSES: ReadonlyMap<
  string,
  { readonly these: ReadonlySet<string>; readonly upTo: ReadonlySet<string> }
> = new Map([
  ['li', closing(['li', 'p'], ['ul', 'ol', 'menu', 'dir'])],
  ['dt', closing(['dt', 'dd', 'p'], ['dl'])],
  ['dd', closing(['dt', 'dd', 'p'], ['dl'])],
  ['tr', closing(['tr', 'td', 'th', 'caption'], ['table'])],
  ['td', closing(['td', 'th'], ['table', 'tr'])],
  ['th', closing(['td', 'th'], ['table', 'tr'])],
  ['tbody', closing(['tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption'], ['table'])],
  ['thead', closing(['tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption'], ['table'])],
  ['tfoot', closing(['tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption'], ['table'])],
  ['option', closing(['option'], ['select', 'optgroup'])],
  ['optgroup', closing(['option', 'optgroup'], ['select'])],
  ['a', closing(['a'], [])],
  ['body', closing(['head'], [])],
])

function closing(these: readonly string[], upTo: readonly string[]) {
  return { these: new Set(these), upTo: new Set(upTo) }
}

/** Blocks that end an open paragraph; buttons, labels and the like may stand in one. */
export function endsParagraph(name: string): boolean {
  return BLOCKS.has(name) && !MAY_STAND_IN_PARAGRAPH.has(name)
}

const MAY_STAND_IN_PARAGRAPH = new Set([
  'button',
  'label',
  'legend',
  'option',
  'optgroup',
  'body',
  'html',
])
