import * as words from '#words/export'
import { useState, type ReactNode } from 'react'
import { chosenLayers } from './layer-choice.ts'
import { LayerFields, type LayerFieldsProps } from './LayerFields.tsx'
import { printOnPaper } from './paper.ts'
import { CheckBox, Radios } from './Radios.tsx'

const SIZES: Readonly<Record<words.PageSize, string>> = { A4: 'A4', Letter: 'Letter' }

/** The article on paper: what comes along, and how large a sheet is. */
export function PrintPanel(fields: LayerFieldsProps): ReactNode {
  const { article, visible, choice } = fields
  const [hasNotes, setHasNotes] = useState(true)
  const [hasAddresses, setHasAddresses] = useState(false)
  const [hasTitle, setHasTitle] = useState(true)
  const [size, setSize] = useState<words.PageSize>('A4')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        printOnPaper(article, {
          layers: choice === 'screen' ? null : chosenLayers(choice, article, visible),
          hasNotes,
          hasAddresses,
          size,
          runningTitle: hasTitle ? article.title : null,
        })
      }}
    >
      <LayerFields {...fields} />
      <p className="export-boxes">
        {article.footnotes.length > 0 && (
          <CheckBox label={words.notesOnPaper} isOn={hasNotes} onChange={setHasNotes} />
        )}
        <CheckBox label={words.addressesOnPaper} isOn={hasAddresses} onChange={setHasAddresses} />
        <CheckBox label={words.titleOnPaper} isOn={hasTitle} onChange={setHasTitle} />
      </p>
      <Radios legend={words.pageSize} labels={SIZES} chosen={size} onChoice={setSize} />
      <p className="hint">{words.printHint}</p>
      <p className="export-actions">
        <button type="submit">{words.print}</button>
      </p>
    </form>
  )
}
