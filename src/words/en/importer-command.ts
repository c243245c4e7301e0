/** What `npm run import` says. The sentences about files and blocks are those of the import page. */
import { counted } from './common.ts'

export const usage = [
  'npm run import -- FILE [--json] [--out DIR] [--format txt|md|html|epub|docx]',
  '  FILE      the text; - is what comes in on the standard input',
  '  --json    every block as data',
  '  --out     writes the folder of the article: article.md and source.txt',
  '  --format  what the file is, where its name does not say it',
  'It ends with 1 where nothing could be done or the article that it wrote has errors, with 2 where it is',
  'called in another way than this.',
].join('\n')
export const noFile = 'Which file? None is named.'
export const manyFiles = (count: number) => `One file at a time: ${count} are named.`
export const isFolder = (file: string) => `${file} is a folder. Name one file in it.`
export const notWritable = (dir: string, code: string) =>
  `Nothing was written: ${dir} cannot be written to (${code}). Name another folder.`
export const unknownFormat = (format: string, known: string) =>
  `“${format}” is no format that can be read. Known are ${known}.`
export const noSuchFile = (file: string) => `${file} cannot be read. Is there such a file?`
export const refused = (file: string, why: string) => `${file}: ${why}`
export const folderTaken = (dir: string, name: string) =>
  `There is a file ${name} in ${dir} already, and it stays as it is. Name another folder.`
export const folderName = (name: string) =>
  `Nothing was written: “${name}” becomes the article’s address. Name the folder in small Latin letters and digits, with single hyphens between words.`
export const written = (dir: string) => `Written: article.md and source.txt in ${dir}.`
export const untitled = 'Untitled'
export const blocksAndDoubts = (blocks: number, doubts: number) =>
  doubts === 0
    ? `${counted(blocks, 'block', 'blocks')}, none of them in doubt.`
    : `${counted(blocks, 'block', 'blocks')}, ${counted(doubts, 'of them', 'of them')} to look at:`
export const allBlocks = 'All in their order:'
export const notes = (linked: number, unlinked: number, missing: string) =>
  `Notes: ${counted(linked, 'marker is linked', 'markers are linked')}, ${unlinked} ${unlinked === 1 ? 'is' : 'are'} not.${missing === '' ? '' : ` Missing: ${missing}.`}`
export const mended = (found: string, url: string) => `Mended: ${found} → ${url}`
export const confidences: Readonly<Record<string, string>> = {
  sure: 'sure',
  likely: 'likely',
  guess: 'a guess',
}
