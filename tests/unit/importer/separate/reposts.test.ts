import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultIn, root, tellFile, voicesOf } from './telling.ts'

/*
 * Reposts of many kinds, written for these tests: each stands beside a list of who speaks in it.
 * A new way of reposting is a new file.
 */
const folder = 'tests/fixtures/reposts'
const files = readdirSync(path.join(root, folder)).filter((file) => !file.endsWith('.voices'))

describe('reposts', () => {
  test.each(files)('who speaks in %s', async (file) => {
    const told = await tellFile(folder, file)
    const beside = path.join(root, folder, `${file}.voices`)
    expect(existsSync(beside), `${beside} says who speaks`).toBe(true)
    const expected = readFileSync(beside, 'utf8').trim().split('\n')
    expect(voicesOf(told)).toEqual(expected)
    expect(faultIn(told)).toBeNull()
  })
})
