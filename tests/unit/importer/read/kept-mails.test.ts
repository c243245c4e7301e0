import { describe, expect, test } from 'vitest'
import { ImportError, readMaterial, separate } from '#core/importer'
import { faultIn } from './reading.ts'

function readOnly(lines: readonly string[], name: string) {
  const bytes = Uint8Array.from(lines.join('\r\n'), (one) => one.charCodeAt(0))
  return readMaterial({ type: 'file', bytes, name, mediaType: null })
}

async function read(lines: readonly string[], name = 'letter.eml') {
  const material = await readOnly(lines, name)
  return { material, about: separate(material).about }
}

const HEAD = [
  'Return-Path: <ida@example.org>',
  'Received: from mx.example.org (mx.example.org [192.0.2.1])',
  '\tby example.net; Sun, 2 Jun 2013 21:00:05 +0200',
  'MIME-Version: 1.0',
  'From: =?UTF-8?Q?Ida_R=C3=B6hde?= <ida@example.org>',
  'To: mill@example.org',
  'Date: Sun, 2 Jun 2013 21:00:00 +0200',
  'Subject: =?utf-8?B?RGllIE3DvGhsZSB2w7Y=?= =?utf-8?B?biBIb2xt?=',
]

test('words in quoted-printable are read, and the head as its reader saw it', async () => {
  const { material, about } = await read([
    ...HEAD,
    'Content-Type: text/plain; charset="iso-8859-1"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Die M=FChle steht still, und das Rad wurde an ein Museum im Norden ver=',
    'kauft.',
    '',
    'Ida',
  ])
  expect(material.text).toBe(
    'From: Ida Röhde <ida@example.org>\nTo: mill@example.org\nDate: Sun, 2 Jun 2013 21:00:00 +0200\nSubject: Die Mühle vön Holm\n\nDie Mühle steht still, und das Rad wurde an ein Museum im Norden verkauft.\n\nIda',
  )
  expect(about).toMatchObject({ title: 'Die Mühle vön Holm', authors: ['Ida Röhde'] })
})

test('of a mail in several forms the one without markup is read, and nothing that is attached', async () => {
  const { material } = await read([
    ...HEAD,
    'Content-Type: multipart/mixed; boundary="outer"',
    '',
    'This is a message in several parts.',
    '--outer',
    'Content-Type: multipart/alternative;',
    ' boundary=inner',
    '',
    '--inner',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    'RGllIE3DvGhsZSBz',
    'dGVodCBzdGlsbC4=',
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Die M&uuml;hle <b>steht</b> still.</p>',
    '--inner--',
    '--outer',
    'Content-Type: text/plain; name="log.txt"',
    'Content-Disposition: attachment; filename="log.txt"',
    '',
    'Nobody wrote this.',
    '--outer--',
  ])
  expect(material.format).toBe('text')
  expect(material.text.split('\n\n').slice(1)).toEqual(['Die Mühle steht still.'])
})

test('a mail with markup alone keeps it, below its head', async () => {
  const { material, about } = await read([
    ...HEAD,
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<html><head><style>p { color: red }</style></head><body><p>Die M=C3=BChle <b>steht</b> still, und nie=',
    'mand wohnt dort.</p><script>go()</script></body></html>',
  ])
  expect(material.format).toBe('html')
  expect(material.text).toContain('Die Mühle steht still, und niemand wohnt dort.')
  expect(material.text).not.toContain('go()')
  expect(about).toMatchObject({ title: 'Die Mühle vön Holm', authors: ['Ida Röhde'] })
})

test('a mail that is sent on as a part keeps its head', async () => {
  const { about, material } = await read([
    'From: Jon Ash <jon@example.org>',
    'Subject: Fwd: The mill',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Have you read this?',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'From: Ida Rohde <ida@example.org>',
    'Date: Sun, 2 Jun 2013 21:00:00 +0200',
    'Subject: The mill',
    '',
    'The mill stopped grinding in the summer before the flood.',
    '--b--',
  ])
  expect(about).toMatchObject({
    title: 'The mill',
    authors: ['Ida Rohde'],
    postedBy: 'Jon Ash',
  })
  expect(separate(material).segments.find(({ class: is }) => is === 'commentary')?.voice).toBe(
    'Jon Ash',
  )
})

test('lines that a program has broken are one again', async () => {
  const { material } = await read([
    ...HEAD,
    'Content-Type: text/plain; charset=utf-8; format=flowed',
    '',
    'The mill stopped ',
    'grinding in the summer.',
    '> Nobody has ',
    '> lived there since.',
    '-- ',
    'Ida',
  ])
  expect(material.text.split('\n').slice(5)).toEqual([
    'The mill stopped grinding in the summer.',
    '> Nobody has lived there since.',
    '-- ',
    'Ida',
  ])
})

test('what is damaged or cut off is read as far as it goes', async () => {
  const { material } = await read([
    ...HEAD,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=no-such-encoding',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'The mill =ZZ stopped=',
  ])
  expect(material.text).toContain('The mill =ZZ stopped')
})

const several = (boundary: string) => [
  'From: Ida Rohde <ida@example.org>',
  `Content-Type: multipart/mixed; boundary="${boundary}"`,
  '',
]

test('a part without a head keeps its first line, whatever that looks like', async () => {
  const { material } = await read([...several('b'), '--b', '', 'Note: it stands still.', '--b--'])
  expect(material.text).toContain('Note: it stands still.')
})

test('borders of parts may begin alike', async () => {
  const { material } = await read([
    ...several('b'),
    '--b',
    'Content-Type: multipart/alternative; boundary=b-1',
    '',
    '--b-1',
    '',
    'The mill stopped grinding.',
    '--b-1',
    'Content-Type: text/html',
    '',
    '<p>The mill stopped grinding.</p>',
    '--b-1--',
    '--b  ',
    '',
    'Sent from the mill.',
    '--b--',
    'Nobody sees this.',
  ])
  expect(material.text.split(/\n+/)).toEqual([
    'From: Ida Rohde <ida@example.org>',
    'The mill stopped grinding.',
    'Sent from the mill.',
  ])
})

test('the mails of a digest are read with their heads', async () => {
  const { material } = await read([
    ...several('b').map((line) => line.replace('mixed', 'digest')),
    ...['Ida', 'Jon'].flatMap((name) => ['--b', '', `From: ${name}`, '', `${name} was here.`]),
    '--b--',
  ])
  expect(material.text.split(/\n+/).slice(1)).toEqual([
    'From: Ida',
    'Ida was here.',
    'From: Jon',
    'Jon was here.',
  ])
})

test('letters that no head names are told by their looks', async () => {
  const utf8 = [...new TextEncoder().encode('Subject: Voilà')]
  const { material, about } = await read([
    'From: J\u00f6rg <jon@example.org>',
    String.fromCharCode(...utf8),
    'MIME-Version: 1.0',
    '',
    'Die M\u00fchle steht still.',
  ])
  expect(about).toMatchObject({ title: 'Voilà', authors: ['Jörg'] })
  expect(material.text).toContain('Die Mühle steht still.')
})

describe('what nobody would send is read within bounds', () => {
  const deep = Array.from({ length: 4000 }, (_, at) => [
    `Content-Type: multipart/mixed; boundary=b${at}.`,
    '',
    `--b${at}.`,
  ])
  const sent = Array.from({ length: 4000 }, () => ['Content-Type: message/rfc822', '', 'From: a'])
  const parts = Array.from({ length: 30_000 }, (_, at) => ['--b', '', `Part ${at}.`])
  const fields = Array.from({ length: 100_000 }, (_, at) => `X-${at}: a long way to go`)
  const folds = Array.from({ length: 200_000 }, () => '\tto go')
  const alike = Array.from({ length: 20_000 }, () => '--b-')
  test.each([
    ['parts within parts', [...HEAD, ...deep.flat(), '', 'Words.'], 'Subject'],
    ['mails within mails', [...HEAD, ...sent.flat(), '', 'Words.'], 'Subject'],
    ['parts beside parts', [...several('b'), ...parts.flat(), '--b--'], 'Part 9000.'],
    ['a head of fields', [...HEAD, ...fields, '', 'Words.'], 'Words.'],
    ['a head of one field', [...HEAD, 'X-A: b', ...folds, '', 'Words.'], 'Words.'],
    ['borders of nothing', [...several('b'), '--b', '', ...alike, 'Words.'], 'Words.'],
  ])('%s', async (_, lines, words) => {
    const start = process.cpuUsage()
    const { text } = await readOnly(lines, 'letter.eml')
    expect(text).toContain(words)
    // Milliseconds would do; what is not linear takes minutes.
    expect(process.cpuUsage(start).user).toBeLessThan(5_000_000)
  })
})

test('a mail with any of its bytes damaged is read or refused, and nothing else is thrown', async () => {
  const whole = [
    ...HEAD,
    ...several('b').slice(1),
    '--b',
    'Content-Type: text/plain; charset="utf-8"; format=flowed',
    'Content-Transfer-Encoding: base64',
    '',
    'RGllIE3DvGhsZSBzdGVodCBzdGlsbC4=',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'From: Jon Ash <jon@example.org>',
    '',
    'The mill stopped grinding.',
    '--b--',
  ].join('\r\n')
  for (let at = 0; at < whole.length; at += 1) {
    const sign = String.fromCharCode(whole.charCodeAt(at) ^ 0x1b)
    const damaged = `${whole.slice(0, at)}${sign}${whole.slice(at + 1)}`
    const fault = await readOnly([damaged], 'letter.eml').then(faultIn, (reason: unknown) =>
      reason instanceof ImportError ? null : reason,
    )
    expect(fault).toBeNull()
  }
})

test('a text about heads of mails stays as it is', async () => {
  const lines = ['From: here on the path is steep.', '', 'Content-Type: is a field of a head.']
  const { material } = await read(lines, 'notes.txt')
  expect(material.text).toBe(lines.join('\n'))
})
