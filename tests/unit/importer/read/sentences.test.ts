import { expect, test } from 'vitest'
import type { ImportErrorId, Material } from '#core/importer'
import { failures, notices } from '#words/importer'

type NoticeId = Material['notices'][number]['id']

const errors: Readonly<Record<ImportErrorId, boolean>> = {
  'nothing-in-it': true,
  'too-large': true,
  'too-many-blocks': true,
  'unknown-format': true,
  'not-text': true,
  pdf: true,
  'old-word': true,
  rtf: true,
  'open-document': true,
  'no-page-in-it': true,
  'utf-32': true,
  'package-damaged': true,
  'package-protected': true,
  'package-too-large': true,
  'package-too-many-files': true,
  'package-part-missing': true,
  // Whoever cancelled knows.
  cancelled: false,
}

const told: Readonly<Record<NoticeId, boolean>> = {
  'encoding-guessed': true,
  'read-as-page': true,
  'characters-replaced': true,
  'cut-at-limit': true,
  'part-unreadable': true,
  'pictures-left-out': true,
  'nesting-flattened': true,
  'deletions-left-out': true,
  'drawn-words-left-out': true,
}

test.each([
  [errors, failures],
  [told, notices],
])('whatever a reader can say has a sentence: %#', (ids, sentences) => {
  for (const [id, isSaid] of Object.entries(ids)) {
    if (isSaid) expect(sentences[id]?.('x'), id).toMatch(/\.$/)
  }
})
