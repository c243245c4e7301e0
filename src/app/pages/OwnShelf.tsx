import { copyText } from '#features/reader'
import { OwnArticles } from '#features/shelf'
import { Fingerprint } from '#features/strip'
import { Region } from '#ui/Region.tsx'
import type { ReactNode } from 'react'
import { draftSearch, importPath } from '../import-path.ts'
import { ownPath, ownSearch } from '../own-path.ts'
import { hrefOf } from '../paths.ts'

/** The reader's own articles in the library. */
export default function OwnShelf(): ReactNode {
  return (
    <OwnArticles
      hrefOf={(id) => hrefOf(ownPath) + ownSearch(id)}
      reviewHrefOf={(draft) => hrefOf(importPath) + draftSearch(draft)}
      address={new URL(hrefOf(ownPath), window.location.origin).href}
      drawMap={({ layers, segments }) => (
        // What an earlier release has kept may draw nothing, and must not take the list with it.
        <Region fallback={null}>
          <Fingerprint layers={layers} segments={segments} />
        </Region>
      )}
      onCopy={copyText}
    />
  )
}
