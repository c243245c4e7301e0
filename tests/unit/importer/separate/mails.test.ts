import { describe, expect, test } from 'vitest'
import { read } from './telling.ts'

const DEEP = `From: Rosa Winter <rosa@example.org>
To: orchard@example.org
Date: Wed, 9 Apr 2014 08:00:00 +0200
Subject: Fwd: Re: The old pear tree

Please read this to the end.

On Tue, 8 Apr 2014 at 19:30, Emil Sand <emil@example.org> wrote:
> I would keep it, it still bears.
>
> On Mon, 7 Apr 2014, Lena Frost wrote:
>> It shades the beds and I would rather cut it.
>>
>> On Sun, 6 Apr 2014, Gardeners' Office wrote:
>>> The old pear tree by the gate has a crack in its trunk.
>>
>> That is reason enough.
>
> A crack can be bound.
`

describe('a mail that quotes mails', () => {
  test('gives each depth of quotation to who wrote it', async () => {
    const { spoken } = await read(DEEP)
    expect(spoken).toEqual([
      'commentary (Rosa Winter): Please read this to the',
      'commentary (Emil Sand): I would keep it, it stil',
      'commentary (Lena Frost): It shades the beds and I',
      'original: The old pear tree by the',
      'commentary (Lena Frost): That is reason enough.',
      'commentary (Emil Sand): A crack can be bound.',
    ])
  })

  test('is called as its subject, and written by whom the oldest mail came from', async () => {
    const { about } = await read(DEEP)
    expect(about).toMatchObject({
      title: 'The old pear tree',
      authors: ['Gardeners’ Office'.replace('’', "'")],
      postedBy: 'Rosa Winter',
    })
  })

  test('keeps a name that stands behind the words that lead to it', async () => {
    const { spoken, told } = await read(DEEP)
    expect(spoken.join()).not.toContain('wrote')
    const lines = told.separation.segments.filter(({ cue }) => cue.id === 'attribution')
    expect(lines.map(({ voice }) => voice)).toEqual(['Rosa Winter', 'Emil Sand', 'Lena Frost'])
  })
})

const answered = (line: string) => `Thank you, I did not know that.

${line}
> The mill stopped grinding in the summer before the flood, and its wheel was sold to a museum.
>
> Nobody has lived there since.
`

describe('the line that names who is quoted', () => {
  test.each([
    ['On Sun, Jun 2, 2013 at 9:00 PM, Ida Rohde <ida@example.org> wrote:', 'Ida Rohde'],
    ['On 2 June 2013 21:00, Ida Rohde <ida@example.org> wrote:', 'Ida Rohde'],
    ['On 06/02/2013 09:00 PM, Ida Rohde wrote:', 'Ida Rohde'],
    ['On Jun 2, 2013, at 9:00 PM, Ida Rohde <ida@example.org> wrote:', 'Ida Rohde'],
    ['On Sun 2 Jun, 2013, "Rohde, Ida" <ida@example.org> wrote:', 'Ida Rohde'],
    ['Ida Rohde <ida@example.org> writes:', 'Ida Rohde'],
    ['Ida Rohde wrote:', 'Ida Rohde'],
    ['Ida Rohde wrote on 2013-06-02 21:00:', 'Ida Rohde'],
    ['In article <4d3f@news.example.org>, Ida Rohde wrote:', 'Ida Rohde'],
    ['Quoting Ida Rohde <ida@example.org>:', null],
    ['Am 02.06.2013 um 21:00 schrieb Ida Rohde:', 'Ida Rohde'],
    ['Am So., 2. Juni 2013 um 21:00 Uhr schrieb Ida Rohde <ida@example.org>:', 'Ida Rohde'],
    ['Ida Rohde schrieb am 02.06.2013 um 21:00 Uhr:', 'Ida Rohde'],
    ['Ida von Rohde schrieb:', 'Ida von Rohde'],
    ['Le 2 juin 2013 à 21:00, Ida Rohde <ida@example.org> a écrit :', 'Ida Rohde'],
    ['Le dim. 2 juin 2013 à 21:00, Ida de Rohde a écrit :', 'Ida de Rohde'],
    ['El dom, 2 jun 2013 a las 21:00, Ida Rohde (<ida@example.org>) escribió:', 'Ida Rohde'],
    ['El 2 de junio de 2013, 21:00, Ida Rohde escribió:', 'Ida Rohde'],
    [
      'Il giorno dom 2 giu 2013 alle ore 21:00 Ida Rohde <ida@example.org> ha scritto:',
      'Ida Rohde',
    ],
    ['Il 02/06/2013 21:00, Ida Rohde ha scritto:', 'Ida Rohde'],
    ['Em dom., 2 de jun. de 2013 às 21:00, Ida Rohde <ida@example.org> escreveu:', 'Ida Rohde'],
    ['Op zo 2 jun. 2013 om 21:00 schreef Ida van Rohde <ida@example.org>:', 'Ida van Rohde'],
    ['Den sön 2 juni 2013 kl 21:00 skrev Ida Rohde <ida@example.org>:', 'Ida Rohde'],
    ['su 2. kesäk. 2013 klo 21.00 Ida Rohde (ida@example.org) kirjoitti:', 'Ida Rohde'],
    ['2 июня 2013 г., 21:00 пользователь Ида Роде <ida@example.org> написал:', 'Ида Роде'],
    ['вс, 2 июн. 2013 г. в 21:00, Ида Роде <ida@example.org>:', 'Ида Роде'],
    ['02.06.2013 21:00, Ида Роде пишет:', 'Ида Роде'],
    ['нд, 2 черв. 2013 р. о 21:00 Іда Роде <ida@example.org> пише:', 'Іда Роде'],
    ['W dniu 02.06.2013 o 21:00, Ida Rohde pisze:', 'Ida Rohde'],
    ['niedz., 2 cze 2013 o 21:00 Ida Rohde <ida@example.org> napisał(a):', 'Ida Rohde'],
    ['ne 2. 6. 2013 v 21:00 odesílatel Ida Rohde <ida@example.org> napsal:', 'Ida Rohde'],
    ['Dne 2.6.2013 v 21:00 Ida Rohde napsal(a):', 'Ida Rohde'],
    ['Ida Rohde <ida@example.org> ezt írta (időpont: 2013. jún. 2., V, 21:00):', 'Ida Rohde'],
    ['Ida Rohde <ida@example.org>, 2 Haz 2013 Paz, 21:00 tarihinde şunu yazdı:', 'Ida Rohde'],
    ['Ida Rohde <ida@example.org> 于2013年6月2日周日 21:00写道：', 'Ida Rohde'],
    ['在 2013年6月2日，21:00，罗丹 <ida@example.org> 写道：', '罗丹'],
    ['2013年6月2日(日) 21:00 井田 花 <ida@example.org>:', '井田 花'],
    ['2013년 6월 2일 (일) 오후 9:00, 이다 <ida@example.org>님이 작성:', '이다'],
    ['في الأحد، 2 يونيو 2013 في 9:00 م تمت كتابة ما يلي بواسطة نورا <ida@example.org>:', 'نورا'],
    ['‫בתאריך יום א׳, 2 ביוני 2013 ב-21:00 מאת ‪נורה רודה‬‏ <‪ida@example.org‬‏>:‬', 'נורה רודה'],
  ])('%s', async (line, name) => {
    const { about, spoken } = await read(answered(line))
    expect(about.authors).toEqual([name ?? 'Ida Rohde'])
    expect(spoken[0]).toBe('commentary: Thank you, I did not kno')
    expect(spoken.slice(1).map((one) => one.split(':', 1)[0])).toEqual(['original', 'original'])
  })

  test.each([
    'On Sun, Jun 2, 2013 at 9:00 PM, Ida Rohde <ida@example.org>\nwrote:',
    'On Sun, Jun 2, 2013 at 9:00 PM, Ida Rohde\n<ida@example.org> wrote:',
    'On Sun, Jun 2, 2013 at 9:00 PM, Ida Rohde <ida@example.org\n> wrote:',
    'Am Sonntag, 2. Juni 2013, 21:00 Uhr\nschrieb Ida Rohde <ida@example.org>:',
  ])('may be wrapped: %s', async (line) => {
    const { about, spoken } = await read(answered(line))
    expect(about.authors).toEqual(['Ida Rohde'])
    expect(spoken).toHaveLength(3)
  })
})

describe('heads of mails', () => {
  test.each([
    [
      '-----Original Message-----\nFrom: Ida Rohde [mailto:ida@example.org]\nSent: Sunday, June 2, 2013 9:00 PM\nTo: Jon\nSubject: The mill',
    ],
    [
      '-----Ursprüngliche Nachricht-----\nVon: Rohde, Ida <ida@example.org>\nGesendet: Sonntag, 2. Juni 2013 21:00\nAn: Jon\nBetreff: The mill',
    ],
    [
      '________________________________\nDe : Ida Rohde <ida@example.org>\nEnvoyé : dimanche 2 juin 2013 21:00\nÀ : Jon\nObjet : The mill',
    ],
    ['De: Ida Rohde\nEnviado el: domingo, 2 de junio de 2013 21:00\nPara: Jon\nAsunto: The mill'],
    ['Da: Ida Rohde\nInviato: domenica 2 giugno 2013 21:00\nA: Jon\nOggetto: The mill'],
    ['От: Ida Rohde\nОтправлено: 2 июня 2013 г. 21:00\nКому: Jon\nТема: The mill'],
    ['发件人: Ida Rohde\n发送时间: 2013年6月2日 21:00\n收件人: Jon\n主题: The mill'],
    ['> From: Ida Rohde <ida@example.org>\n> Date: 2 June 2013\n> Subject: The mill\n>'],
  ])('%s', async (head) => {
    const mark = head.startsWith('>') ? '> ' : ''
    const { spoken, about } = await read(`From: Jon Ash <jon@example.org>
To: Kay
Subject: RE: The mill

Kay, this is what I meant.

${head}
${mark}
${mark}The mill stopped grinding in the summer before the flood, and its wheel was sold.
`)
    expect(spoken).toEqual([
      'commentary (Jon Ash): Kay, this is what I mean',
      'original: The mill stopped grindin',
    ])
    expect(about).toMatchObject({ title: 'The mill', authors: ['Ida Rohde'] })
  })

  test('of three mails one below the other, each sender has a voice', async () => {
    const { spoken, about } = await read(`Agreed.

From: Ada Lind
Sent: Tuesday, 4 June 2013 10:00
To: Bo Ek
Subject: AW: The mill

I think that we should buy it back.

Sent from my iPhone

From: Ida Rohde
Sent: Sunday, 2 June 2013 21:00
To: Ada Lind
Subject: The mill

The mill stopped grinding in the summer before the flood, and its wheel was sold.

--
Ida Rohde
Mill Lane 3
`)
    expect(spoken).toEqual([
      'commentary: Agreed.',
      'commentary (Ada Lind): I think that we should b',
      'original: The mill stopped grindin',
    ])
    expect(about).toMatchObject({ title: 'The mill', authors: ['Ida Rohde'] })
  })

  test.each([
    ['Begin forwarded message:'],
    ['---------- Forwarded message ---------'],
    ['---------- Weitergeleitete Nachricht ----------'],
    ['-------- Пересылаемое сообщение --------'],
    ['----- Mensaje reenviado -----'],
  ])('below “%s” stands the text', async (divider) => {
    const { spoken, about } = await read(`From: Jon Ash <jon@example.org>
Subject: WG: TR: The mill
Date: Mon, 3 Jun 2013 10:11:12 +0200

Here you are

${divider}

From: Ida Rohde <ida@example.org>
Date: Sun, 2 Jun 2013
Subject: The mill
To: Jon Ash <jon@example.org>

The mill stopped grinding in the summer before the flood.

Nobody has lived there since.
`)
    expect(spoken).toEqual([
      'commentary (Jon Ash): Here you are',
      'original: The mill stopped grindin',
      'original: Nobody has lived there s',
    ])
    expect(about).toMatchObject({
      title: 'The mill',
      authors: ['Ida Rohde'],
      postedBy: 'Jon Ash',
      published: 'Sun, 2 Jun 2013',
    })
  })

  test('a mail alone is its sender’s, and called as its subject', async () => {
    const { spoken, about } = await read(`From: "Ash, Jon" <jon@example.org>
To: all@example.org
Subject: [mill] Re: Fwd: Opening hours

Dear all

The mill is open on the first Sunday of each month, if the water allows it.
`)
    expect(spoken.map((one) => one.split(':', 1)[0])).toEqual(['original', 'original'])
    expect(about).toMatchObject({ title: 'Opening hours', authors: ['Jon Ash'] })
  })
})

describe('an answer between quotations', () => {
  const text = `From: Jon Ash <jon@example.org>
Subject: Re: The mill

Ida Rohde wrote:

> Kim Lund <kim@example.org> wrote:
>
>> Was the wheel not sold to Lund?
>
> It was sold to a museum in the north.

The museum says that it never had a wheel, and I believe it, for I asked there twice.

> Nobody has lived there since.

That is wrong. My aunt did.
`
  test('is the text of who answers, and what he quotes is theirs who wrote it', async () => {
    const { spoken, about } = await read(text)
    expect(spoken).toEqual([
      'quote (Kim Lund): Was the wheel not sold t',
      'quote (Ida Rohde): It was sold to a museum',
      'original: The museum says that it',
      'quote (Ida Rohde): Nobody has lived there s',
      'original: That is wrong. My aunt d',
    ])
    expect(about).toMatchObject({ title: 'The mill', authors: ['Jon Ash'] })
  })
})

describe('a mail without a head', () => {
  test('is about what its first line says', async () => {
    const { spoken, about } = await read(`Re: The mill

Ida Rohde wrote:
> The mill stopped grinding.

No.

Kim Lund wrote:
> It was sold.

Never.
`)
    expect(about.title).toBe('The mill')
    expect(spoken).toEqual([
      'quote (Ida Rohde): The mill stopped grindin',
      'original: No.',
      'quote (Kim Lund): It was sold.',
      'original: Never.',
    ])
  })

  test('is not as old as what it quotes', async () => {
    const { about } =
      await read(`I do not think so, and never did, for I have seen the wheel myself.

On Sun, 2 Jun 2013 at 21:00, Ida Rohde wrote:
> It was sold.

Never.
`)
    expect(about.published).toBeNull()
  })

  test('may be quoted as a whole', async () => {
    const { spoken, about } = await read(`> ---------- Forwarded message ----------
> From: Ida Rohde <ida@example.org>
> Subject: The mill
>
> The mill stopped grinding in the summer before the flood.
>
> Nobody has lived there since.

I do not believe a word of it.
`)
    expect(about).toMatchObject({ title: 'The mill', authors: ['Ida Rohde'] })
    expect(spoken.map((one) => one.split(':', 1)[0])).toEqual([
      'original',
      'original',
      'commentary',
    ])
  })
})

test('of a mail that is handed on with what it answers, the oldest is the text', async () => {
  const { spoken, about } = await read(`See below, please.

Begin forwarded message:

From: Ida Rohde <ida@example.org>
Subject: Re: The mill
Date: 3 June 2013 at 10:11:12 CEST

It was sold.

On 2 Jun 2013, at 09:00, Kim Lund <kim@example.org> wrote:

> What has become of the mill at Holm, and of the wheel that we saw there?
`)
  expect(spoken).toEqual([
    'commentary: See below, please.',
    'commentary (Ida Rohde): It was sold.',
    'original: What has become of the m',
  ])
  expect(about).toMatchObject({ title: 'The mill', authors: ['Kim Lund'] })
})

test('a sender in brackets behind his address, as on old newsgroups', async () => {
  const { spoken, about } = await read(`From: ann@example.com (Ann Ray)
Subject: Re: Knots
Lines: 12

In article <1994Mar11.1@example.com> tom@example.com (Tom Byrd) writes:
>In article <xyz@example.com>, Bill Day (bill@example.com) writes:
>>A bowline never slips.
>
>It slips in nylon.

It does not if you tie it twice.
`)
  expect(about.authors).toEqual(['Ann Ray'])
  expect(spoken).toEqual([
    'quote (Bill Day): A bowline never slips.',
    'quote (Tom Byrd): It slips in nylon.',
    'original: It does not if you tie i',
  ])
})

describe('what programs set below a mail', () => {
  test.each([
    'Sent from my phone',
    'Sent from my iPhone',
    'Get Outlook for Android',
    'Von meinem iPhone gesendet',
    'Envoyé de mon iPhone',
    'Enviado desde mi iPhone',
    'Inviato da iPhone',
    'Verstuurd vanaf mijn iPhone',
    'Отправлено с iPhone',
    '发自我的 iPhone',
  ])('%s', async (line) => {
    const { spoken } = await read(`From: Jon Ash <jon@example.org>
Subject: The mill

The mill is open on the first Sunday of each month, if the water allows it.

${line}
`)
    expect(spoken).toHaveLength(1)
  })

  test('a signature that is quoted', async () => {
    const { spoken } = await read(`I agree.

On Sun, 2 Jun 2013, Ida Rohde <ida@example.org> wrote:
> The mill stopped grinding in the summer before the flood.
>
> --
> Ida Rohde
> Mill Lane 3
`)
    expect(spoken).toEqual(['commentary: I agree.', 'original: The mill stopped grindin'])
  })
})

describe('what is no mail', () => {
  test.each([
    'In May 1890, Ada Brand wrote:\n\n> The river is higher than it was, and nobody measures it.',
    'On 5 May 1890 Ada Brand wrote:\n\nThe river is higher than it was, and nobody measures it.',
    'From: Harbour Review\nDate: 3 May 1998\n\nThe river is higher than it was, and nobody measures it.',
    'The original message was lost.\n\nThe river is higher than it was, and nobody measures it.',
  ])('%s', async (text) => {
    const before =
      'The gauge at the bridge was read every morning, for as long as there was a keeper.'
    const { spoken } = await read(`${before}\n\n${text}\n\n${before}\n`, 'essay.md')
    expect(spoken[0]).toBe('original: The gauge at the bridge')
    expect(spoken.join()).not.toContain('commentary')
  })
})
