import { useCallback, type ReactNode } from 'react'

declare global {
  /** Not yet in TypeScript's own description of browsers. */
  var trustedTypes:
    | {
        readonly emptyHTML: TrustedHTML
        /** What its function returns is trusted in place of the string that it was given. */
        readonly createPolicy: (
          name: string,
          rules: { readonly createScriptURL: (address: string) => string },
        ) => { readonly createScriptURL: (address: string) => string }
      }
    | undefined
}

/**
 * The text that came with the page. React is told that the element's content is none of its
 * business, so it hydrates around the text in no time and never touches a node of it. Should React
 * ever have to draw the page anew, as after a visit to the library, the nodes that came with it move
 * into the new element.
 */
export function AdoptedText({ nodes }: { nodes: readonly Node[] }): ReactNode {
  const adopt = useCallback(
    (mounted: HTMLElement | null) => {
      if (mounted !== null && !mounted.hasChildNodes()) mounted.append(...nodes)
    },
    [nodes],
  )
  return (
    <article
      ref={adopt}
      className="article"
      suppressHydrationWarning
      dangerouslySetInnerHTML={NOT_OURS}
    />
  )
}

/**
 * The same object at every render: React then never writes it. Nor does it while hydrating; where it
 * draws the element anew it writes an empty one, which a page that turns no strings into markup
 * must be able to tell from a string.
 */
const NOT_OURS = { __html: globalThis.trustedTypes?.emptyHTML ?? '' }
