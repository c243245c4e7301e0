import type { Directives } from 'mdast-util-directive'
import type { DirectiveRule } from './directives.ts'
import { sentences } from './messages.ts'
import type { Reading } from './reading.ts'

/** The attributes of a directive that its rule accepts; all others are told about and left out. */
export function readAttributes(
  node: Directives,
  rule: DirectiveRule,
  reading: Reading,
): ReadonlyMap<string, string> {
  const accepted = new Map<string, string>()
  const written = new Map(Object.entries(node.attributes ?? {}))
  const known = new Map(Object.entries(rule.attributes))
  const at = (attribute: string) =>
    node.data?.position?.attributes?.[attribute]?.start ?? node.position?.start
  for (const [attribute, value] of written) {
    const { accepts, expected } = known.get(attribute) ?? {}
    if (accepts === undefined || expected === undefined) {
      const names = [...known.keys()]
      reading.messages.tell(sentences.unknownAttribute(rule.name, attribute, names), at(attribute))
    } else if (accepts(value ?? '')) accepted.set(attribute, value ?? '')
    else
      reading.messages.tell(
        sentences.attributeValue(attribute, value ?? '', expected),
        at(attribute),
      )
  }
  for (const [attribute, { required, expected }] of known) {
    if (required && !written.has(attribute))
      reading.tell(sentences.missingAttribute(rule.name, attribute, expected), node)
  }
  return accepted
}
