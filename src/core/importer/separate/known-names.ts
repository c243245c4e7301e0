import { fold } from './fold.ts'
import type { Part } from './part.ts'
import { nameBefore } from './remarks.ts'
import type { Sheet } from './sheet.ts'
import { isOpen } from './sheet.ts'
import { verdict } from './verdict.ts'

/** Names of those who comment elsewhere in the text, and of the site that has posted it, folded. */
function knownNames({ verdicts, material }: Sheet): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { class: kind, voice } of verdicts.values()) {
    if (kind === 'commentary' && voice !== null) found.add(fold(voice))
  }
  const { site } = material.about
  if (site !== undefined && site !== null) found.add(fold(site).trim())
  return found
}

/** "Harbour Watch: …": once it is known that somebody comments, his name and a colon are enough. */
export function judgeKnownNames(sheet: Sheet): void {
  const known = knownNames(sheet)
  if (known.size === 0) return
  for (const part of sheet.parts) {
    if (!isOpen(sheet, part) || part.fragment.kind === 'heading') continue
    const name = knownNameOf(part, known)
    if (name === null) continue
    sheet.verdicts.set(
      part.at,
      verdict('commentary', 'likely', 'comment-by', { found: `${name}:`, voice: name }),
    )
  }
}

function knownNameOf(part: Part, known: ReadonlySet<string>): string | null {
  const name = nameBefore(part.words.slice(0, 90).replace(/^[\s*_[({<（［【]{1,8}/u, ''))
  return name !== null && known.has(fold(name)) ? name : null
}
