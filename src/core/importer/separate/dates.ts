import { withPlainDigits } from '../calendar.ts'
import { fold } from './fold.ts'

/*
 * Whether a short line is a date and nothing else, in whatever language: names of months and days, and
 * the small words between them, are data; what is left over must be next to nothing.
 */

const MONTHS = `
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
januar februar märz mai juni juli oktober dezember jänner mär okt dez
janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil déc sept.
enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic
gennaio febbraio marzo aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug set ott
janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev out dez
januari februari maart augustus mei oktober
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia styczeń luty marzec kwiecień czerwiec lipiec sierpień wrzesień październik listopad grudzień
leden únor březen duben květen červen červenec srpen září říjen listopad prosinec ledna února března dubna května června července srpna října listopadu prosince
января февраля марта апреля мая июня июля августа сентября октября ноября декабря январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь янв фев мар апр июн июл авг сен сент окт ноя дек
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
augusti maj okt juli tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
január február március április május június július augusztus szeptember október november december
ianuarie februarie martie aprilie mai iunie iulie septembrie octombrie noiembrie decembrie
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
tháng
`

const DAYS = `
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miércoles jueves viernes sábado domingo
lunedì martedì mercoledì giovedì venerdì sabato domenica
segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado segunda terça quarta quinta sexta feira
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek sobota neděle
понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер п'ятниця субота неділя
måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
hétfő kedd szerda csütörtök péntek szombat vasárnap luni marți miercuri joi vineri sâmbătă duminică pazartesi salı çarşamba perşembe cuma cumartesi pazar
`

const SMALL = `
at on of the by am pm a.m. p.m. est edt pst pdt cst cdt mst mdt gmt utc bst cet cest ist jst msk th st nd rd o'clock
um uhr den der am vom kl kl. klo à a le h min de del d di el las los alle ore il às em do dia o op om uur r. roku g. г. года году в о від року godz
updated published posted last modified created date on: first update time aktualisiert veröffentlicht stand publié mis jour publicado actualizado pubblicato aggiornato geplaatst gepubliceerd bijgewerkt
опубликовано обновлено дата оновлено opublikowano dodano publicerad uppdaterad publisert publiceret oppdatert julkaistu päivitetty megjelent publicat yayınlanma
ago yesterday today hours hour minutes minute days day weeks week months month years year yr yrs hrs mins vor stunden stunde tagen tag gestern heute il y heures heure jours jour hier aujourd'hui hace horas hora días ayer hoy fa ore ieri oggi há ontem hoje geleden uur gisteren vandaag
назад часов часа час минут дней дня день вчера сегодня тому років godzin temu wczoraj dziś
ngày năm giờ
`

const words = (list: string): ReadonlySet<string> =>
  new Set(
    fold(list)
      .split(/\s+/u)
      .flatMap((word) => [word, word.replace(/\.$/u, '')])
      .filter((word) => word !== ''),
  )

const MONTH_WORDS = words(MONTHS)
const OTHER_WORDS = new Set([...words(DAYS), ...words(SMALL)])
const CJK_DATE =
  /\d{2,4} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?|\d{4} ?년 ?\d{1,2} ?월(?: ?\d{1,2} ?일)?/u
const NUMERIC =
  /(?:^|\D)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d{2}|\d{1,2}\. ?\d{1,2}\. ?\d{4})(?:\D|$)/u
const YEAR = /(?:^|\D)(?:1[4-9]|20)\d{2}(?:\D|$)/u

/** Whether the whole line is a date, perhaps with a time and a word such as "updated". */
export function isDateLine(line: string): boolean {
  const text = fold(withPlainDigits(line.slice(0, 90))).trim()
  if (line.trim().length > 80 || !/\d/u.test(text)) return false
  const tokens = text.split(/[\s,.:;|/()[\]·•+-]+/u).filter((token) => token !== '')
  const hasMonth = tokens.some((token) => MONTH_WORDS.has(token))
  const cjk = CJK_DATE.exec(text)
  if (cjk !== null) return text.length - cjk[0].length <= 16
  const isDated = (hasMonth && (YEAR.test(text) || tokens.length <= 7)) || NUMERIC.test(text)
  const isAgo = tokens.some((token) =>
    /^(?:ago|vor|hace|il|fa|há|geleden|назад|temu|yesterday|вчера)$/u.test(token),
  )
  if (!isDated && !isAgo) return false
  return tokens.every((token) => isNumber(token) || isDateWord(token))
}

function isNumber(token: string): boolean {
  return (
    /^\d{1,4}(?:st|nd|rd|th|h|er|º|t|z|\p{L}\d{0,2})?$/u.test(token) ||
    /^\d{1,2}h\d{2}$|^\d{1,2}t\d{2}$/u.test(token)
  )
}

/** Whether a folded word is the name of a month or a day, or one of the small words around them. */
export function isDateWord(token: string): boolean {
  return MONTH_WORDS.has(token) || OTHER_WORDS.has(token)
}

/** Whether a date stands somewhere in a short line. */
export function hasDate(line: string): boolean {
  const text = fold(withPlainDigits(line.slice(0, 160)))
  if (NUMERIC.test(text) || CJK_DATE.test(text)) return true
  return YEAR.test(text) && text.split(/[\s,.:;|/()-]+/u).some((token) => MONTH_WORDS.has(token))
}

/** The date in a short line, as it stands there; null where there is none. */
export function dateIn(line: string): string | null {
  // A line is as long with the digits of Europe as with its own.
  const text = withPlainDigits(line.slice(0, 160))
  const written = (found: { readonly index: number; readonly 0: string }): string =>
    line.slice(found.index, found.index + found[0].length)
  const sure =
    /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/u.exec(text) ?? CJK_DATE.exec(text)
  if (sure !== null) return written(sure)
  const colon = text.search(/[:：]\s/u)
  const rest = line.slice(colon >= 0 && colon < 24 ? colon + 1 : 0, 160).trim()
  if (isDateLine(rest)) return rest
  const named =
    /\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:1[4-9]|20)\d{2}|\d{1,2}\.? (?:de )?\p{L}{3,12}\.? (?:de )?(?:1[4-9]|20)\d{2}/u.exec(
      text,
    )
  if (named === null) return null
  const isMonth = fold(named[0])
    .split(/[^\p{L}]+/u)
    .some((word) => MONTH_WORDS.has(word))
  return isMonth ? written(named) : null
}
