import {
  blockInlines,
  inlineWords,
  isStacked,
  ownDirection as directionWithin,
  type Block,
  type Direction,
  type Heading,
  type Inline,
  type Lost,
  type PlaceId,
  type Table,
} from '#core/article'
import * as words from '#words/document'
import type { ReactNode } from 'react'
import { Inlines } from './inlines.tsx'
import type { Rendering } from './rendering.ts'

interface Surroundings {
  readonly rendering: Rendering
  /** The direction of what it stands in. */
  readonly dir: Direction
}

interface BlocksProps extends Surroundings {
  readonly blocks: readonly Block[]
}

export function Blocks({ blocks, ...around }: BlocksProps): ReactNode {
  return blocks.map((block, index) => (
    <BlockView key={block.id ?? index} block={block} {...around} />
  ))
}

/** The same as an attribute. */
export function ownDirection(words: readonly Inline[], dir: Direction): Direction | undefined {
  return directionWithin(inlineWords(words), dir) ?? undefined
}

/** For the style sheet. */
function stacked(words: readonly Inline[]): '' | undefined {
  return isStacked(inlineWords(words)) ? '' : undefined
}

function BlockView({ block, rendering, dir }: Surroundings & { readonly block: Block }): ReactNode {
  const own = ownDirection(blockInlines(block), dir)
  const within = { rendering, dir: own ?? dir }
  switch (block.type) {
    case 'paragraph':
      return (
        <p id={block.id} data-block="" data-stacked={stacked(block.children)} dir={own}>
          <Inlines inlines={block.children} rendering={rendering} />
          <Permalink id={block.id} />
        </p>
      )
    case 'heading':
      return (
        <HeadingView
          heading={block}
          level={Math.max(block.depth, 3)}
          rendering={rendering}
          dir={dir}
        />
      )
    case 'blockquote':
      return (
        <blockquote id={block.id} dir={own}>
          <Blocks blocks={block.children} {...within} />
        </blockquote>
      )
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Blocks blocks={item} {...within} />
        </li>
      ))
      return block.ordered ? (
        <ol id={block.id} dir={own} start={block.start === 1 ? undefined : block.start}>
          {items}
        </ol>
      ) : (
        <ul id={block.id} dir={own}>
          {items}
        </ul>
      )
    }
    case 'code':
      return (
        <pre
          id={block.id}
          data-block=""
          tabIndex={0}
          lang="zxx"
          dir={dir === 'ltr' ? undefined : 'ltr'}
        >
          <code>{block.value}</code>
          <Permalink id={block.id} />
        </pre>
      )
    case 'table':
      return <TableView table={block} rendering={rendering} dir={own} />
    case 'figure':
      return (
        <figure id={block.id}>
          {block.src === '' ? (
            <p data-skip="">{words.pictureMissing(block.alt)}</p>
          ) : (
            <img
              src={block.src}
              alt={block.alt}
              width={block.size?.width}
              height={block.size?.height}
              loading="lazy"
              decoding="async"
            />
          )}
          <figcaption data-block={block.id} dir={own}>
            <Inlines inlines={block.caption} rendering={rendering} />
            <Permalink id={block.id} />
          </figcaption>
        </figure>
      )
    case 'thematicBreak':
      return <hr id={block.id} />
    case 'lost':
      return <LostView lost={block} rendering={rendering} />
  }
}

/** A heading of a section, or inside a passage, where none is as high as a section’s. */
export function HeadingView({
  heading,
  level,
  rendering,
  dir,
}: Surroundings & {
  readonly heading: Heading
  readonly level: number
}): ReactNode {
  const Tag = HEADINGS[level] ?? 'h5'
  const words = `${heading.id}.heading`
  // Named by its words alone, or every list of headings would say “Copy link” behind each of them.
  return (
    <Tag
      id={heading.id}
      data-block=""
      aria-labelledby={words}
      data-stacked={stacked(heading.children)}
      dir={ownDirection(heading.children, dir)}
    >
      <span id={words}>
        <Inlines inlines={heading.children} rendering={rendering} />
      </span>
      <Permalink id={heading.id} />
    </Tag>
  )
}

const HEADINGS: Readonly<Record<number, 'h2' | 'h3' | 'h4'>> = {
  1: 'h2',
  2: 'h2',
  3: 'h3',
  4: 'h4',
}

function LostView({ lost, rendering }: { lost: Lost<'block'>; rendering: Rendering }): ReactNode {
  return (
    <p className="lost" id={lost.id ?? undefined} data-skip="">
      <bdi className="lost-statement" lang={words.catalogueLanguage}>
        {words.lost[lost.what]}
      </bdi>
      {lost.children.length > 0 && (
        <>
          {' '}
          <span>
            <Inlines inlines={lost.children} rendering={rendering} />
          </span>
        </>
      )}
      {lost.id !== null && <Permalink id={lost.id} />}
    </p>
  )
}

function TableView({
  table,
  rendering,
  dir,
}: {
  readonly table: Table
  readonly rendering: Rendering
  readonly dir: Direction | undefined
}): ReactNode {
  const [head = [], ...body] = table.rows
  const cell = (inlines: readonly Inline[], column: number) => ({
    'data-align': table.align[column] ?? undefined,
    children: <Inlines inlines={inlines} rendering={rendering} />,
  })
  return (
    <div
      className="table"
      id={table.id}
      dir={dir}
      tabIndex={0}
      role="group"
      aria-label={words.table}
    >
      <table data-block={table.id}>
        <thead>
          <tr>
            {head.map((inlines, column) => (
              <th key={column} scope="col" {...cell(inlines, column)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>
              {row.map((inlines, column) => (
                <td key={column} {...cell(inlines, column)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Permalink id={table.id} />
    </div>
  )
}

/**
 * The mark after a block that copies the block's address; without script, a plain link to it. In a list
 * of links each is known by its place, whose name is made of the block's first words.
 */
export function Permalink({ id }: { id: PlaceId }): ReactNode {
  const place = id.replace('.', ': ').replaceAll('-', ' ')
  return (
    <a
      className="permalink"
      href={`#${id}`}
      data-copy-link=""
      aria-label={words.copyLinkTo(place)}
    />
  )
}
