import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'

const started: number[] = []
afterEach(() => {
  for (const id of started.splice(0)) if (isThere(id)) process.kill(id, 'SIGKILL')
})

function isThere(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch {
    return false
  }
}

/** A program that serves until it is told that its parent is gone, started by one that can be killed. */
const SERVER = `
import { createServer } from 'node:http'
import { whenParentIsGone } from ${JSON.stringify(pathToFileURL(path.resolve('scripts/parent.mjs')).href)}
const server = createServer().listen(0, '127.0.0.1')
whenParentIsGone(() => process.exit(0))
`
const PARENT = `
const { spawn } = require('node:child_process')
const child = spawn(process.execPath, ['--input-type=module', '--eval', ${JSON.stringify(SERVER)}])
console.log(child.pid)
setInterval(() => {}, 1000)
`

test('what serves the site ends with the program that has started it, however that ends', async () => {
  const parent = spawn(process.execPath, ['--eval', PARENT], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line] = (await once(parent.stdout, 'data')) as [Buffer]
  const server = Number(line.toString())
  started.push(server, parent.pid ?? 0)
  // It begins to look a moment later, and stays as long as its parent does.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(isThere(server)).toBe(true)
  parent.kill('SIGKILL')
  await expect.poll(() => isThere(server), { timeout: 20_000, interval: 200 }).toBe(false)
})
