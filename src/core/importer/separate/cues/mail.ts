/*
 * The words by which mail programs say who wrote what, in many languages; written as they appear, in
 * lower case. To add a language, add its words.
 */

/** What the lines of a mail's head are called, by what they say. */
export const HEAD_FIELDS = {
  from: 'from|von|de|da|van|od|от|від|fra|från|lähettäjä|feladó|kimden|gönderen|de la|από|发件人|發件人|寄件者|寄件人|差出人|보낸 사람|보낸사람|من|מאת|отправитель|nadawca|odesílatel|expéditeur|remitente|mittente|remetente|afzender|absender',
  date: 'date|sent|datum|gesendet|gesendet am|envoyé|fecha|enviado|enviado el|enviada em|enviado em|data|inviato|verzonden|wysłano|odesláno|дата|отправлено|надіслано|sendt|skickat|dato|lähetetty|päivämäärä|elküldve|dátum|dată|trimis|tarih|gönderildi|ημερομηνία|στάλθηκε|日期|发送时间|發送時間|寄件日期|时间|日時|送信日時|날짜|보낸 날짜|التاريخ|تاريخ الإرسال|תאריך|נשלח',
  subject:
    'subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat|předmět|тема|emne|ämne|aihe|tárgy|subiect|konu|θέμα|主题|主題|主旨|件名|제목|الموضوع|נושא',
  other:
    'to|cc|bcc|an|kopie|à|a|para|per|aan|do|komu|кому|копия|копія|til|till|kopio|vastaanottaja|címzett|către|kime|bilgi|προς|收件人|抄送|收件者|副本|宛先|받는 사람|إلى|נסיון|אל|reply-to|antwort an|répondre à|message-id|in-reply-to|references|newsgroups|organization|organisation|mime-version|content-type|content-transfer-encoding|content-language|received|return-path|user-agent|importance|wichtigkeit|priority|attachments|anlagen|pièces jointes|sender|lines|path|xref|delivered-to|list-id|followup-to|cci|cópia|kopia|resent-from|importancia|importance',
} as const

/** Before a subject, as often as it was answered or sent on. */
export const SUBJECT_ANSWERED =
  're|aw|antw|sv|vs|odp|ref|réf|rif|res|ynt|απ|回复|回覆|答复|답장|atb|ha|השב|رد|vá'
export const SUBJECT_SENT_ON =
  'fwd|fw|wg|tr|rv|enc|doorst|pd|vb|vl|vs|fs|továbbítás|ilt|转发|轉寄|転送|전달|пересл|הועבר|إعادة توجيه'

/** Lines over a mail that was sent on. */
export const FORWARDED =
  'forwarded message|forwarded by|forwarded mail|weitergeleitete nachricht|weitergeleiteten nachricht|weitergeleitete e-mail|message transfere|message transféré|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht|пересылаемое сообщение|пересланное сообщение|перенаправлене повідомлення|przekazana wiadomość|wiadomość przekazana|přeposlaná zpráva|vidarebefordrat meddelande|videresendt meddelelse|videresendt melding|välitetty viesti|továbbított üzenet|mesaj redirecționat|iletilen ileti|προωθημένο μήνυμα|转发邮件|转发的邮件|轉寄郵件|転送メッセージ|전달된 메시지|رسالة معاد توجيهها|הודעה שהועברה'

/** Lines over a mail that was answered. */
export const ANSWERED =
  "original message|ursprüngliche nachricht|originalnachricht|message d'origine|message original|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|исходное сообщение|оригинальное сообщение|вихідне повідомлення|oryginalna wiadomość|wiadomość oryginalna|původní zpráva|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|eredeti üzenet|mesaj original|özgün ileti|orijinal mesaj|αρχικό μήνυμα|原始邮件|原始郵件|元のメッセージ|원본 메시지|الرسالة الأصلية|הודעה מקורית"

/** That somebody wrote what follows. */
export const WROTE =
  'quoting|zitat von|wrote|writes|said|schrieb|schreibt|a écrit|écrivait|écrit|escribió|escribe|ha scritto|scrive|scriveva|escreveu|escreve|schreef|schrijft|пишет|писал|писала|пишете|написал(а)|написал|написала|пише|написав|написала|napisał(a)|napisał|napisała|pisze|napsal(a)|napsal|napsala|píše|skrev|skriver|kirjoitti|ezt írta|írta|a scris|şunları yazdı|şunu yazdı|yazdı|έγραψε|写道|寫道|님이 작성|작성|さんは書きました|のメッセージ|כתב|כתבה|מאת|تمت كتابة ما يلي بواسطة|كتب|كتبت|đã viết|viết|menulis'

/** What else stands in such a line and is neither a name nor a date. */
export const ATTRIBUTION_WORDS =
  'in article|in message|in|im newsbeitrag|newsbeitrag|quoting|quoth|zitat von|пользователь|користувач|odesílatel|użytkownik|giorno|tarihinde|időpont|at|le|el|il|em|op|am|on|den|w|dniu|dne|в|о|uhr|ore|orario|a las|às|kl|kello|klo|um|om|à|alle|il giorno|於|于|在|tarafından|في|ב|בתאריך|יום|the|of|p.m|a.m|pm|am|de|del|vào|lúc|pada|r|p|г|era|orele|la|data|hours|h|m|s|utc|gmt|cet|cest|est|edt|pst|pdt|cst|cdt|bst|msk'

/** What telephones and programs set below a mail; without articles, with which sentences go on. */
export const SENT_FROM =
  /^(?:sent (?:from|via|with|using) (?:my |mail |outlook|yahoo|proton|gmail|iphone|ipad|android|samsung|mobile|phone)|get outlook for |sent on the go|(?:diese (?:nachricht|e-mail) wurde )?(?:von|mit) mein(?:em|er) .{2,40} gesendet|gesendet (?:von|mit|aus) (?:mein|outlook|mail|yahoo|web|iphone|ipad|android)|von .{2,30} (?:iphone|ipad|handy|smartphone|mobiltelefon) gesendet|envoyé (?:de|depuis|à partir de|avec) |enviado (?:desde|do|de|a partir do|com) (?:mi |meu |outlook|yahoo|iphone|ipad)|inviato (?:da|dal|con) |(?:verzonden|verstuurd) (?:vanaf|met|via|van) |отправлено (?:с|из|от) |надіслано (?:з|із) |wysłan[eoy] z |odesláno z |skickat från |sendt fra |lähetetty |elküldve |iphone'?umdan gönderildi|发自我的|發自我的|從我的|从我的|我的 ?iphone|iphoneから送信|나의 iphone|نُ?أ?رسلت? من |נשלח מה)/u

/** Classes of the elements that programs set around what they quote, and around the line over it. */
export const PROGRAM_CLASSES: ReadonlySet<string> = new Set([
  'gmail_quote',
  'gmail_quote_container',
  'gmail_attr',
  'gmail_extra',
  'moz-cite-prefix',
  'yahoo_quoted',
  'yahoo_quoted_begin',
  'protonmail_quote',
  'zmail_extra',
  'outlookmessageheader',
])

/** Before the line over a mail that was sent on: "Begin forwarded message". */
export const BEGIN = 'begin|start of|anfang der|début du|inicio del|inizio|início da'

/** Verbs with which a line ends that needs no colon, for a reference to the message follows. */
export const WROTE_IN =
  'wrote in message|wrote in news|schrieb im newsbeitrag|a écrit dans le message'

/** Before the address of a message, which is nobody's: "In article <4d3f@news.example.org>, …". */
export const IN_MESSAGE = 'in article|in message'

/** Small words with which a name may begin, if they have a capital. */
export const NAME_PARTICLES = 'de|del|la|le|el|di|da|al|den|van|von'

/** Before a family name that is set in front: "von Rohde, Ida". */
export const FAMILY_PARTICLES = 'van|von|de|der|den|di|da|la|le|zu'

/** Behind a comma, what is no first name. */
export const NAME_TITLES = 'jr|sr|dr|prof|md|m.d|phd|ph.d|esq|inc|ltd|llc|gmbh|ii|iii|iv'

/** Between the name of whoever sent a mail and the one in whose name he did. */
export const ON_BEHALF = 'via|on behalf of|im auftrag von'

/** Signs of dates that run into what follows, as in Chinese, Japanese and Korean. */
export const DATE_SIGNS = [
  /\d{1,4} ?[年月日](?:[(（]?(?:周|週|星期)?[日月火水木金土一二三四五六][)）]?)?/gu,
  /\d{1,4}[년월일](?: ?\([일월화수목금토]\))?|오[전후]/gu,
] as const

/** Between the day, the month and the year of a date. */
export const OF = 'de'
