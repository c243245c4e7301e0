import fc from 'fast-check'
import { deflateSync, strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  LARGEST_TEXT,
  linkHash,
  LONGEST_LINK,
  packFolder,
  readLinkHash,
  unpackFolder,
} from '#core/sharing'
import { readText } from '../format/fixtures.ts'

const ADDRESS = 'https://reader.example/own/'
const TIME = new Date(2026, 1, 3, 4, 5, 6)
const text = fc.string({ unit: 'grapheme', maxLength: 2000 })
function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}

describe('a link that holds an article', () => {
  it('gives back every letter of it', () => {
    fc.assert(
      fc.property(text, (markdown) => {
        const { hash } = linkHash(markdown, ADDRESS)
        expect(hash).toMatch(/^#article=[A-Za-z0-9_-]+$/u)
        expect(readLinkHash(hash ?? '')).toEqual({ type: 'article', ok: true, text: markdown })
      }),
    )
  })

  it('survives the signs that a sentence puts behind it', () => {
    const { hash } = linkHash('An article.', ADDRESS)
    for (const behind of [').', '>', '”,', '!?'])
      expect(readLinkHash(`${hash ?? ''}${behind}`)).toMatchObject({
        ok: true,
        text: 'An article.',
      })
  })

  it('is not made where it would be too long, and says how long it would be', () => {
    let state = 1
    const noise = Array.from({ length: 40_000 }, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return String.fromCodePoint(33 + ((state >>> 16) % 9000))
    })
    const { hash, length } = linkHash(noise.join(''), ADDRESS)
    expect(hash === null).toBe(true)
    expect(length).toBeGreaterThan(LONGEST_LINK)
  })

  it('holds the first article of this site', () => {
    const markdown = readText('src/content/israeli-azerbaijani-alliance-and-iran-3', 'article.md')
    const { hash, length } = linkHash(markdown, ADDRESS)
    expect(length).toBeLessThan(LONGEST_LINK)
    expect(readLinkHash(hash ?? '')).toMatchObject({ ok: true, text: markdown })
  })

  it('is damaged, and no article, where it was cut or changed', () => {
    const { hash } = linkHash('An article that is long enough to be cut somewhere.', ADDRESS)
    for (let length = '#article='.length; length < (hash ?? '').length; length += 1)
      expect(readLinkHash((hash ?? '').slice(0, length))).toMatchObject({
        type: 'article',
        ok: false,
      })
    expect(readLinkHash('#some-place')).toEqual({ type: 'none' })
    expect(readLinkHash('')).toEqual({ type: 'none' })
  })

  it('answers any fragment, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.uint8Array({ maxLength: 300 }), (junk, bytes) => {
        expect(() => readLinkHash(`#article=${junk}`)).not.toThrow()
        expect(() => readLinkHash(`#article=${base64url(bytes)}`)).not.toThrow()
      }),
    )
  })

  it('stops unpacking at four million bytes', () => {
    const bomb = deflateSync(new Uint8Array(200_000_000), { level: 9 })
    expect(bomb.length).toBeLessThan(300_000)
    const before = process.memoryUsage().rss
    expect(readLinkHash(`#article=${base64url(bomb)}`)).toEqual({
      type: 'article',
      ok: false,
      reason: 'too-large',
    })
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })

  it('holds no bytes that are not text', () => {
    const bytes = deflateSync(new Uint8Array([0xc3, 0x28, 0xff]))
    expect(readLinkHash(`#article=${base64url(bytes)}`)).toMatchObject({
      ok: false,
      reason: 'damaged',
    })
  })
})

describe('an article as one file', () => {
  it('gives back every letter of both texts, and the name of the folder', () => {
    fc.assert(
      fc.property(text, fc.option(text, { nil: null }), (markdown, source) => {
        const folder = { slug: 'my-article', markdown, source }
        expect(unpackFolder(packFolder(folder, TIME))).toEqual({ ok: true, folder })
      }),
    )
  })

  it('is found at the top of a file that somebody packed by hand, beside other files', () => {
    const packed = zipSync({
      'map.png': new Uint8Array([1, 2, 3]),
      'article.md': strToU8('words'),
      'notes/article.md': strToU8('other words'),
    })
    expect(unpackFolder(packed)).toEqual({
      ok: true,
      folder: { slug: '', markdown: 'words', source: null },
    })
  })

  it('is nowhere but where it may be', () => {
    for (const name of [
      '../article.md',
      'a/b/article.md',
      '/article.md',
      'a\\article.md',
      'ARTICLE.MD',
    ])
      expect(unpackFolder(zipSync({ [name]: strToU8('words') }))).toEqual({
        ok: false,
        reason: 'no-article',
      })
  })

  it('stops unpacking at four million bytes', () => {
    const bomb = zipSync({ 'article.md': [new Uint8Array(60_000_000), { level: 9 }] })
    expect(bomb.length).toBeLessThan(100_000)
    expect(unpackFolder(bomb)).toEqual({ ok: false, reason: 'too-large' })
    const fits = zipSync({ 'article.md': [new Uint8Array(LARGEST_TEXT).fill(65), { level: 1 }] })
    expect(unpackFolder(fits)).toMatchObject({ ok: true })
  })

  it('has the source of its own folder and of no other', () => {
    const packed = zipSync({
      'other/source.txt': strToU8('other words'),
      'mine/article.md': strToU8('words'),
      'mine/source.txt': strToU8('my words'),
    })
    expect(unpackFolder(packed)).toEqual({
      ok: true,
      folder: { slug: 'mine', markdown: 'words', source: 'my words' },
    })
    const alone = zipSync({
      'other/source.txt': strToU8('other words'),
      'mine/article.md': strToU8('words'),
    })
    expect(unpackFolder(alone)).toMatchObject({ folder: { source: null } })
  })

  it('is not unpacked with any number of sources', () => {
    const large = new Uint8Array(LARGEST_TEXT - 1)
    const bomb = zipSync({ 'a/source.txt': large, 'b/source.txt': large, 'c/source.txt': large })
    expect(unpackFolder(bomb)).toEqual({ ok: false, reason: 'too-large' })
  })

  it('is not looked for among any number of other files', () => {
    const many = Array.from({ length: 1000 }, (_, at) => [`${at}.txt`, new Uint8Array(0)] as const)
    const packed = zipSync({ ...Object.fromEntries(many), 'article.md': strToU8('words') })
    expect(unpackFolder(packed)).toEqual({ ok: false, reason: 'no-article' })
  })

  it('is never silently shorter than it was', () => {
    const folder = { slug: 'a', markdown: 'words '.repeat(5000), source: 'words '.repeat(400) }
    const packed = packFolder(folder, TIME)
    const readings = Array.from({ length: Math.ceil(packed.length / 7) }, (_, step) =>
      unpackFolder(packed.slice(0, step * 7)),
    )
    const whole = readings.filter(({ ok }) => ok)
    // What is cut off behind the texts, in the list of files, is no loss.
    expect(whole.length).toBeGreaterThan(0)
    expect(whole.length).toBeLessThan(readings.length)
    for (const reading of whole) {
      expect(reading).toMatchObject({ folder: { markdown: folder.markdown } })
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(unpackFolder(bytes).ok).toBe(false)
      }),
    )
  })
})
