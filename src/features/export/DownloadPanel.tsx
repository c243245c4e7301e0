import { saveFile } from '#ui/save-file.ts'
import * as words from '#words/export'
import { useState, type ReactNode } from 'react'
import { ImageMissing, isText, makeFile, nameOf, writeText } from './files.ts'
import { chosenLayers } from './layer-choice.ts'
import { LayerFields, type LayerFieldsProps } from './LayerFields.tsx'
import { Outcome, type Result } from './Outcome.tsx'
import { CheckBox, Radios } from './Radios.tsx'

interface DownloadPanelProps extends LayerFieldsProps {
  readonly url: string
  readonly onCopy: (text: string) => Promise<boolean>
}

/** The article as a file: which kind, with which layers. */
export function DownloadPanel({ url, onCopy, ...fields }: DownloadPanelProps): ReactNode {
  const { article, visible, choice } = fields
  const [format, setFormat] = useState<words.FileFormat>('html')
  const [hasNotes, setHasNotes] = useState(true)
  const [result, setResult] = useState<Result | null>(null)
  const order = {
    article,
    format,
    layers: chosenLayers(choice, article, visible),
    footnotes: hasNotes,
    url,
  }
  const name = nameOf(order)
  const doing = (work: Promise<Result>) => {
    work.then(setResult, (reason: unknown) => {
      setResult({ sentence: reason instanceof ImageMissing ? words.imageMissing : words.failed })
    })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        doing(
          makeFile(order, new Date()).then((blob) => {
            saveFile(blob, name)
            return { sentence: words.downloaded(name) }
          }),
        )
      }}
    >
      <Radios legend={words.format} labels={words.formats} chosen={format} onChoice={setFormat}>
        <p className="hint">{words.formatHints[format]}</p>
      </Radios>
      <LayerFields {...fields} />
      {article.footnotes.length > 0 && (
        <CheckBox label={words.withNotes} isOn={hasNotes} onChange={setHasNotes} />
      )}
      <p className="export-file">
        <span>{words.file}:</span> <output>{name}</output>
      </p>
      <p className="export-actions">
        <button type="submit">{words.download}</button>
        {isText(format) && (
          <button
            type="button"
            onClick={() => {
              doing(
                writeText(order).then(async (text) =>
                  (await onCopy(text))
                    ? { sentence: words.copied }
                    : { sentence: words.copyByHand, toCopy: text },
                ),
              )
            }}
          >
            {words.copy}
          </button>
        )}
      </p>
      <Outcome result={result} />
    </form>
  )
}
