/** Why something cannot be brought in at all. Each has a sentence in the catalogue. */
export type ImportErrorId =
  | 'nothing-in-it'
  | 'too-large'
  | 'too-many-blocks'
  | 'unknown-format'
  | 'not-text'
  | 'pdf'
  | 'old-word'
  | 'rtf'
  | 'open-document'
  | 'no-page-in-it'
  | 'utf-32'
  | 'package-damaged'
  | 'package-protected'
  | 'package-too-large'
  | 'package-too-many-files'
  | 'package-part-missing'
  | 'cancelled'

/** Thrown by `readMaterial`, and the only thing it throws. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
  readonly id: ImportErrorId
  /** What is filled into its sentence: a size, a name of a file. */
  readonly about: string | null

  constructor(id: ImportErrorId, about: string | null = null) {
    super(about === null ? id : `${id}: ${about}`)
    this.id = id
    this.about = about
  }
}
