/**
 * The command palette: everything that can be done or gone to on a page, by typing a little of its
 * name. Loaded on demand. Commands come in as data; it knows nothing of articles.
 */
export { Palette } from './Palette.tsx'
export type { Command, PaletteProps } from './Palette.tsx'
