import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/**
 * The colours of the voices for every kind of colour vision, seen as those see them who lack one kind
 * of cone (Machado, Oliveira and Fernandes 2009, severity 1), and compared in OKLab.
 */
const tokens = readFileSync('src/ui/tokens.css', 'utf8')

type Colour = readonly [number, number, number]

const kinds: Readonly<Record<string, readonly Colour[]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no blue': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const times = (rows: readonly Colour[], [a, b, c]: Colour): Colour => {
  const [x = 0, y = 0, z = 0] = rows.map(([p, q, r]) => p * a + q * b + r * c)
  return [x, y, z]
}

function linear(hex: string): Colour {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return [r, g, b]
}

function okLab(colour: Colour): Colour {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  )
  const [l, m, s] = cones.map(Math.cbrt)
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [l ?? 0, m ?? 0, s ?? 0],
  )
}

/** The value of a token in the set for every eye, by day and by night. */
function valuesOf(name: string): readonly [day: string, night: string] {
  const set = /\[data-colours='okabe-ito'\] \{([^}]*)\}/.exec(tokens)?.[1] ?? ''
  const [, day, night] =
    new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(set) ?? []
  if (day === undefined || night === undefined) throw new Error(`${name} is not in the set.`)
  return [day, night]
}

const distance = (one: string, other: string, kind: readonly Colour[]) => {
  const [a, b] = [one, other].map((hex) => okLab(times(kind, linear(hex))))
  return Math.hypot(...(a ?? []).map((part, at) => part - (b?.[at] ?? 0)))
}

describe.each(Object.entries(kinds))('to eyes with %s', (_, kind) => {
  test.each([0, 1] as const)('comments and inserts are far apart (%i: day, night)', (time) => {
    expect(distance(valuesOf('ochre')[time], valuesOf('teal')[time], kind)).toBeGreaterThan(0.12)
  })

  test.each([0, 1] as const)('no two voices are the same (%i: day, night)', (time) => {
    const colours = ['ochre', 'rust', 'teal', 'slate'].map((name) => valuesOf(name)[time])
    for (const [at, one] of colours.entries()) {
      for (const other of colours.slice(at + 1)) {
        expect(distance(one, other, kind), `${one} and ${other}`).toBeGreaterThan(0.04)
      }
    }
  })
})

test('who wishes for contrast from the system gets the very colours of the theme', () => {
  const declarations = (before: string) => {
    const from = tokens.indexOf('{', tokens.indexOf(before)) + 1
    return tokens
      .slice(from, tokens.indexOf('}', from))
      .split(';')
      .map((declaration) => declaration.trim())
  }
  const theme = declarations(":root[data-theme='contrast']")
  expect(theme.length).toBeGreaterThan(10)
  expect(declarations(':root:not([data-theme])')).toEqual(theme)
})
