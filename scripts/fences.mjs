/**
 * The fences between the rooms of this house, as rules for oxlint.
 *
 * A line of code can be placed by its path: `src/<floor>/<room>/…`. What it may import follows from
 * where it stands, so each fence below looks at two places, the file's and the import's, and says in
 * its message which way is open. Type-only imports count: a type, too, is something one knows.
 *
 * Two more nets lie under these rules. package.json `imports` gives every room exactly one name, its
 * door; and tsc's project references make `document` or `node:fs` in core a compile error. This file
 * keeps what neither can see. Each fence has a trespasser in tests/architecture/trespass, and a test
 * that wants it caught.
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Packages that neither touch a browser nor Node: the only ones core may use. */
const purePackages = new Set([
  'approx-string-match',
  'fflate',
  'htmlparser2',
  'minisearch',
  'valibot',
])

/** The Markdown parser and all that comes with it: some 40 KB that no reader should pay for. */
const parserPackage =
  /^(unified|vfile|yaml|mdast|unist)$|^(remark|rehype|micromark|mdast-util|unist-util|vfile|hast-util)-/

/**
 * Where the parser may be imported. Of what runs in a browser two files: one is loaded when an article
 * of the reader's own is opened or kept, the other in the importer's worker.
 */
const parserMayLive = [
  'src/core/format/',
  'src/build/',
  'src/features/importer/desk/compile.ts',
  'src/features/shelf/compile.ts',
  'tests/',
  'scripts/',
  'bench/',
]

/** The half of the format that only writes, with a door of its own. */
const writer = 'src/core/format/writer/'

/** Who may take the writer without the parser: whoever takes an article away asks for it on demand. */
const writerMayLive = ['src/features/export/']

/** What writes Markdown, and reads none. */
const writingPackages = new Set([
  'mdast',
  'mdast-util-directive',
  'mdast-util-frontmatter',
  'mdast-util-gfm',
  'mdast-util-to-markdown',
  'yaml',
])

/**
 * @typedef {object} Place
 * @property {'package' | 'node' | 'virtual' | 'file'} kind
 * @property {string} name The package's name, or the file's path from the root with forward slashes.
 * @property {string | null} floor `core`, `words`, `ui`, `features`, `app`, `worker`, `build`; null outside src and for packages.
 * @property {string | null} room The folder of a floor that has rooms: `core/article`, `features/reader`.
 * @property {boolean} throughDoor Whether it was named by `#floor/…` rather than by a path.
 */

/**
 * @param {string} file
 * @param {boolean} throughDoor
 * @returns {Place}
 */
function placeOfFile(file, throughDoor) {
  const [top, floor = null, room = null, ...inside] = file.split('/')
  const onFloor = top === 'src' && room !== null ? floor : null
  const hasRooms = (onFloor === 'core' || onFloor === 'features') && inside.length > 0
  return {
    kind: 'file',
    name: file,
    floor: onFloor,
    room: hasRooms ? `${onFloor}/${room}` : null,
    throughDoor,
  }
}

/**
 * @param {string} specifier
 * @param {string} fromFile
 * @returns {Place}
 */
function placeOfImport(specifier, fromFile) {
  const none = { floor: null, room: null, throughDoor: false }
  if (specifier.startsWith('node:')) return { kind: 'node', name: specifier, ...none }
  if (specifier.startsWith('virtual:')) return { kind: 'virtual', name: specifier, ...none }
  if (/^#(core|features)\//.test(specifier)) {
    const rest = specifier.slice(1)
    const depth = rest.split('/').length
    const isDoor = depth === 2 || `src/${rest}/` === writer
    return placeOfFile(`src/${rest}${isDoor ? '/index.ts' : ''}`, isDoor)
  }
  if (specifier.startsWith('#words/')) {
    return placeOfFile(`src/words/en/${specifier.slice('#words/'.length)}.ts`, true)
  }
  if (specifier.startsWith('#ui/')) return placeOfFile(`src/${specifier.slice(1)}`, true)
  if (specifier.startsWith('.') || specifier.startsWith('/')) {
    const base = specifier.startsWith('/') ? root : path.join(root, path.dirname(fromFile))
    const target = path.relative(root, path.join(base, specifier.replace(/[?#].*$/, '')))
    return placeOfFile(target.split(path.sep).join('/'), false)
  }
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  return { kind: 'package', name, ...none }
}

/**
 * @callback Trespass
 * @param {Place} from
 * @param {Place} to
 * @returns {boolean}
 */

/** @type {Record<string, { message: string, trespass: Trespass }>} */
const importFences = {
  'core-is-pure': {
    message:
      'core has never heard of the browser, React or Node: data in, data out. Let the caller hand in what is needed, or move this file to the floor that owns it. (A package that is pure may be added to purePackages in scripts/fences.mjs.)',
    trespass: (from, to) =>
      from.floor === 'core' &&
      (to.kind === 'node' ||
        to.kind === 'virtual' ||
        (to.kind === 'package' && !purePackages.has(to.name) && !parserPackage.test(to.name))),
  },
  'core-article-imports-nothing': {
    message:
      'core/article is what all others stand on, so it imports nothing. Put what needs another room into that room.',
    trespass: (from, to) => from.room === 'core/article' && to.room !== 'core/article',
  },
  'core-rooms-know-only-article': {
    message:
      'A room of core knows only #core/article. What two rooms share belongs into core/article; what joins them, to their caller.',
    trespass: (from, to) =>
      from.floor === 'core' &&
      to.floor === 'core' &&
      from.room !== to.room &&
      from.room !== 'core/article' &&
      to.room !== 'core/article',
  },
  'lower-floors-do-not-look-up': {
    message:
      'core ← words, ui ← features ← app: a lower floor never imports a higher one. Take the fact in as an argument or a prop.',
    trespass: (from, to) => {
      const floors = ['core', 'words', 'ui', 'features', 'app']
      if (from.floor === null || to.floor === null || !floors.includes(from.floor)) return false
      return (
        to.floor === 'build' ||
        to.floor === 'worker' ||
        floors.indexOf(to.floor) > floors.indexOf(from.floor)
      )
    },
  },
  'ui-knows-no-article': {
    message:
      'ui holds controls that know nothing of articles. Take the words and numbers in as props; a control that needs an Article belongs into a feature.',
    trespass: (from, to) =>
      from.floor === 'ui' &&
      (to.floor === 'core' || to.floor === 'words' || to.name.startsWith('src/content/')),
  },
  'words-are-only-words': {
    message:
      'A catalogue holds sentences, so that a translator needs nothing else: it may know the types of #core/article. Let the caller hand in what a sentence is about.',
    trespass: (from, to) =>
      from.floor === 'words' && to.floor !== 'words' && to.room !== 'core/article',
  },
  'features-never-meet': {
    message:
      'Two features meet only on a page: let src/app hand the result of one to the other as a prop, most often as a highlight.',
    trespass: (from, to) =>
      from.floor === 'features' && to.floor === 'features' && from.room !== to.room,
  },
  'rooms-have-one-door': {
    message:
      'A room is entered by its door only: import from #core/<room> or #features/<room>, and if the name is not there, ask whether it should be.',
    trespass: (from, to) =>
      from.floor !== 'app' && to.room !== null && from.room !== to.room && !to.throughDoor,
  },
  'app-uses-doors': {
    message:
      'app reaches the floors below by their doors: #core/<room>, #features/<room>, #words/<part>, #ui/<file>. Never by a path.',
    trespass: (from, to) =>
      from.floor === 'app' && to.floor !== null && to.floor !== 'app' && !to.throughDoor,
  },
  'build-does-not-import-app': {
    message:
      'build runs in Node and knows core only. It starts the app by path, through Vite, and takes what comes back as data.',
    trespass: (from, to) =>
      from.floor === 'build' &&
      (to.floor === 'app' || to.floor === 'features' || to.floor === 'ui' || to.floor === 'worker'),
  },
  'worker-has-no-page': {
    message:
      'The service worker runs beside the pages and outlives them: it knows #core/<room> and #words/<part>. A page tells it what else it must know, by the messages of #core/offline.',
    trespass: (from, to) =>
      from.floor === 'worker' &&
      to.floor !== null &&
      to.floor !== 'worker' &&
      to.floor !== 'core' &&
      to.floor !== 'words',
  },
  'parser-stays-out-of-the-reader': {
    message:
      'The Markdown parser must not reach the reading page. Articles are parsed by src/build; the reader gets an Article from #core/article.',
    trespass: (from, to) =>
      (to.room === 'core/format' || (to.kind === 'package' && parserPackage.test(to.name))) &&
      from.name.includes('/') &&
      !parserMayLive.some((allowed) => from.name.startsWith(allowed)) &&
      !(
        to.name === `${writer}index.ts` &&
        writerMayLive.some((allowed) => from.name.startsWith(allowed))
      ),
  },
  'writer-needs-no-parser': {
    message:
      'The writer of Markdown is loaded by readers, who must not pay for a parser. Use what only writes: mdast-util-to-markdown and its extensions.',
    trespass: (from, to) =>
      from.name.startsWith(writer) && to.kind === 'package' && !writingPackages.has(to.name),
  },
  'one-file-opens-the-database': {
    message:
      'What is kept in the database may be denied, full or newer than this page, and src/features/shelf/database.ts knows what to do then. Let a page hand in what #features/shelf exports.',
    trespass: (from, to) =>
      from.name.startsWith('src/') &&
      from.name !== 'src/features/shelf/database.ts' &&
      to.kind === 'package' &&
      to.name === 'idb',
  },
  'only-app-touches-the-router': {
    message:
      'Only src/app knows addresses. Take the href and the callback in as props; src/app/paths.ts builds every address.',
    trespass: (from, to) =>
      from.name.startsWith('src/') && from.floor !== 'app' && to.name.startsWith('react-router'),
  },
}

/** @param {string} name */
function importRule(name) {
  const fence = importFences[name]
  if (fence === undefined) throw new Error(`There is no fence called ${name}.`)
  return {
    meta: { type: 'problem', docs: { description: fence.message } },
    create(context) {
      const from = placeOfFile(pathFromRoot(context), false)
      const check = (node) => {
        const source = node.source
        if (source === null || source === undefined || typeof source.value !== 'string') return
        if (fence.trespass(from, placeOfImport(source.value, from.name))) {
          context.report({ node: source, message: fence.message })
        }
      }
      return {
        ImportDeclaration: check,
        ExportNamedDeclaration: check,
        ExportAllDeclaration: check,
        ImportExpression: check,
        TSImportType: check,
      }
    },
  }
}

function pathFromRoot(context) {
  return path.relative(root, context.filename).split(path.sep).join('/')
}

/** The clock and chance make a function give two answers to one question: in core they are arguments. */
const coreHasNoClock = {
  meta: { type: 'problem' },
  create(context) {
    if (!pathFromRoot(context).startsWith('src/core/')) return {}
    const message =
      'core answers the same question the same way: take the time, or the new id, in as an argument.'
    return {
      MemberExpression(node) {
        if (node.computed || node.object.type !== 'Identifier') return
        const name = `${node.object.name}.${node.property.name}`
        if (name === 'Date.now' || name === 'Math.random') context.report({ node, message })
      },
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) {
          context.report({ node, message })
        }
      },
    }
  },
}

/** The one file that opens the browser's storage. */
const preferences = 'src/app/preferences.ts'

const onlyPreferencesTouchesLocalStorage = {
  meta: { type: 'problem' },
  create(context) {
    const file = pathFromRoot(context)
    if (!file.startsWith('src/') || file === preferences) return {}
    return {
      Identifier(node) {
        if (node.name !== 'localStorage') return
        context.report({
          node,
          message: `localStorage may be denied, full or broken, and ${preferences} knows what to do then. Use what it exports.`,
        })
      },
    }
  },
}

const htmlSinks = new Set(['innerHTML', 'outerHTML', 'srcdoc'])
const htmlMethods = new Set([
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'createContextualFragment',
  'write',
  'writeln',
])

/**
 * The one file that may name the property: it sets the empty string, which is how React is told to
 * leave the prerendered text alone.
 */
const adoptsTheText = 'src/app/AdoptedText.tsx'

const noInnerHtml = {
  meta: { type: 'problem' },
  create(context) {
    const file = pathFromRoot(context)
    if (!file.startsWith('src/')) return {}
    const message =
      'No string ever becomes HTML in the page: it would need a sanitiser, and Trusted Types forbid it. Make React elements or DOM nodes.'
    return {
      JSXIdentifier(node) {
        if (node.name === 'dangerouslySetInnerHTML' && file !== adoptsTheText) {
          context.report({ node, message })
        }
      },
      Property(node) {
        if (node.key.type !== 'Identifier') return
        const isFilled = node.key.name === '__html' && !isNothing(node.value)
        if (isFilled || node.key.name === 'dangerouslySetInnerHTML') {
          context.report({ node, message })
        }
      },
      AssignmentExpression(node) {
        if (node.left.type === 'MemberExpression' && htmlSinks.has(node.left.property.name)) {
          context.report({ node, message })
        }
      },
      CallExpression(node) {
        const { callee } = node
        if (callee.type !== 'MemberExpression' || !htmlMethods.has(callee.property.name)) return
        // `stream.write` is everywhere and harmless; `document.write` is neither.
        const isDocument = callee.object.type === 'Identifier' && callee.object.name === 'document'
        if (callee.property.name.startsWith('write') && !isDocument) return
        context.report({ node, message })
      },
    }
  },
}

/** `''`, or what Trusted Types take for it. @returns {boolean} */
function isNothing(value) {
  if (value.type === 'LogicalExpression') return isNothing(value.left) && isNothing(value.right)
  if (value.type === 'ChainExpression') return isNothing(value.expression)
  if (value.type === 'MemberExpression') return value.property.name === 'emptyHTML'
  return value.value === ''
}

export default {
  meta: { name: 'fences' },
  rules: {
    ...Object.fromEntries(Object.keys(importFences).map((name) => [name, importRule(name)])),
    'core-has-no-clock': coreHasNoClock,
    'only-preferences-touches-localstorage': onlyPreferencesTouchesLocalStorage,
    'no-innerhtml': noInnerHtml,
  },
}
