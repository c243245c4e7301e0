/**
 * The two other engines, from the system's packages, each by the protocol it speaks itself: Firefox
 * by Marionette, WebKitGTK by WebDriver. Playwright's own builds of them are patched and need a
 * download; these are the ones that readers have.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { json } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePorts } from '../../scripts/free-ports.mjs'

export interface Engine {
  readonly version: string
  readonly goTo: (url: string) => Promise<void>
  /** Runs a function inside the page. It may use nothing but its argument and what the page has. */
  readonly run: <A, R>(task: (argument: A) => R | Promise<R>, argument: A) => Promise<R>
  readonly close: () => Promise<void>
}

export interface EngineKind {
  readonly name: string
  /** What to do where the engine is not installed; null where it is. */
  readonly missing: string | null
  readonly launch: () => Promise<Engine>
}

const has = (program: string) =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined

const window = { width: 1280, height: 800 }

/** How long anything may take in a page; a whole sweep is one call. */
const PATIENCE = 3_000_000

/** Both protocols hand a script the way to its answer as the last argument. */
const asScript = (task: (argument: never) => unknown) => `
  const answer = arguments[arguments.length - 1]
  Promise.resolve()
    .then(() => (${task.toString()})(arguments[0]))
    .then((value) => answer({ value }), (error) => answer({ error: String(error) }))`

interface Answer {
  readonly value?: unknown
  readonly error?: string
}

function valueOf<R>({ value, error }: Answer): R {
  if (error !== undefined) throw new Error(error)
  return value as R
}

async function until<T>(what: string, look: () => T | null | Promise<T | null>): Promise<T> {
  for (let time = 0; time < 600; time += 1) {
    const found = await look()
    if (found !== null) return found
    await sleep(100)
  }
  throw new Error(`${what} did not come.`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill()
  await Promise.race([ended, sleep(5000)])
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
}

// ── Firefox ──────────────────────────────────────────────────────────────────

const firefoxProgram = ['firefox-esr', 'firefox'].find(has) ?? null

export const firefox: EngineKind = {
  name: 'Firefox',
  missing: firefoxProgram === null ? 'Firefox is not installed: apt-get install firefox-esr' : null,
  async launch() {
    const profile = mkdtempSync(path.join(tmpdir(), 'firefox-'))
    const settings = {
      'marionette.port': 0,
      'app.normandy.enabled': false,
      'browser.shell.checkDefaultBrowser': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    }
    writeFileSync(
      path.join(profile, 'user.js'),
      Object.entries(settings)
        .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
        .join(''),
    )
    const browser = spawn(
      firefoxProgram ?? 'firefox',
      ['--headless', '--marionette', '--no-remote', '--profile', profile, 'about:blank'],
      { stdio: 'ignore' },
    )
    const portFile = path.join(profile, 'MarionetteActivePort')
    const port = await until('Firefox', () =>
      existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) || null : null,
    )
    const marionette = await openMarionette(port)
    const { capabilities } = (await marionette.send('WebDriver:NewSession', {})) as {
      capabilities: { browserVersion: string }
    }
    await marionette.send('WebDriver:SetTimeouts', { script: PATIENCE, pageLoad: 60_000 })
    await marionette.send('WebDriver:SetWindowRect', window)
    return {
      version: `Firefox ${capabilities.browserVersion}`,
      async goTo(url) {
        await marionette.send('WebDriver:Navigate', { url })
      },
      async run(task, argument) {
        const { value } = (await marionette.send('WebDriver:ExecuteAsyncScript', {
          script: asScript(task),
          args: [argument],
        })) as { value: Answer }
        return valueOf(value)
      },
      async close() {
        marionette.close()
        await end(browser)
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
      },
    }
  },
}

/** Marionette's messages are JSON with their length before them: `25:[0,1,"WebDriver:Back",{}]`. */
async function openMarionette(port: number) {
  const socket: Socket = connect(port, '127.0.0.1')
  const waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (e: Error) => void }
  >()
  let received = Buffer.alloc(0)
  let greet = () => {}
  const greeted = new Promise<void>((resolve, reject) => {
    greet = resolve
    socket.once('error', reject)
  })
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk])
    for (;;) {
      const colon = received.indexOf(':')
      if (colon < 0) return
      const start = colon + 1
      const stop = start + Number(received.subarray(0, colon).toString())
      if (received.length < stop) return
      const message: unknown = JSON.parse(received.subarray(start, stop).toString())
      received = received.subarray(stop)
      if (!Array.isArray(message)) {
        greet()
        continue
      }
      const [, id, error, result] = message as [number, number, { message: string } | null, unknown]
      if (error === null) waiting.get(id)?.resolve(result)
      else waiting.get(id)?.reject(new Error(error.message))
      waiting.delete(id)
    }
  })
  await greeted
  let last = 0
  return {
    send(command: string, parameters: object): Promise<unknown> {
      last += 1
      const id = last
      const text = JSON.stringify([0, id, command, parameters])
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        socket.write(`${Buffer.byteLength(text)}:${text}`)
      })
    },
    close() {
      socket.destroy()
    },
  }
}

// ── WebKitGTK ────────────────────────────────────────────────────────────────

const miniBrowser =
  ['x86_64-linux-gnu', 'aarch64-linux-gnu', '']
    .flatMap((machine) => ['lib', 'libexec'].map((folder) => path.join('/usr', folder, machine)))
    .flatMap((folder) =>
      ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((version) =>
        path.join(folder, version, 'MiniBrowser'),
      ),
    )
    .find((file) => existsSync(file)) ?? null

const hasDisplay = process.env['DISPLAY'] !== undefined || has('Xvfb')

export const webkit: EngineKind = {
  name: 'WebKitGTK',
  missing:
    miniBrowser === null || !has('WebKitWebDriver') || !hasDisplay
      ? 'WebKitGTK is not installed: apt-get install webkit2gtk-driver libwebkit2gtk-4.1-0 xvfb'
      : null,
  async launch() {
    const display = await openDisplay()
    const port = await freePorts(4444, 1)
    const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: display.name,
        GDK_BACKEND: 'x11',
        // There is no graphics card to speak of.
        LIBGL_ALWAYS_SOFTWARE: '1',
        WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      },
    })
    const ask = askAt(`http://127.0.0.1:${port}`)
    await until('WebKitWebDriver', () => ask('GET', '/status').catch(() => null))
    const session = (await ask('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
        },
      },
    })) as { sessionId: string; capabilities: { browserVersion: string } }
    const at = `/session/${session.sessionId}`
    await ask('POST', `${at}/timeouts`, { script: PATIENCE, pageLoad: 60_000 })
    await ask('POST', `${at}/window/rect`, window)
    return {
      version: `WebKitGTK ${session.capabilities.browserVersion}`,
      async goTo(url) {
        await ask('POST', `${at}/url`, { url })
      },
      async run(task, argument) {
        const script = { script: asScript(task), args: [argument] }
        return valueOf((await ask('POST', `${at}/execute/async`, script)) as Answer)
      },
      async close() {
        await ask('DELETE', at).catch(() => null)
        await end(driver)
        await display.close()
      },
    }
  },
}

/** WebDriver's commands. Not by `fetch`, which gives up on an answer after five minutes. */
const askAt =
  (server: string) =>
  async (method: 'GET' | 'POST' | 'DELETE', at: string, body?: object): Promise<unknown> => {
    const call = request(server + at, { method, headers: { 'Content-Type': 'application/json' } })
    call.end(body === undefined ? undefined : JSON.stringify(body))
    const [response] = (await once(call, 'response')) as [IncomingMessage]
    const { value } = (await json(response)) as { value: unknown }
    if (response.statusCode !== 200) throw new Error((value as { message: string }).message)
    return value
  }

/** The display that is there, or one without a screen. */
async function openDisplay(): Promise<{ name: string; close: () => Promise<void> }> {
  const present = process.env['DISPLAY']
  if (present !== undefined) return { name: present, close: async () => {} }
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject)
    server.stdio[3]?.once('data', (data: Buffer) => {
      resolve(data.toString().trim())
    })
  })
  return { name: `:${number}`, close: () => end(server) }
}
