/** Dates and language names as people say them, in the interface's language. */

/** `2013`, `2013-06`, `2013-06-23` or `2013-06-23T14:00`, no more exact than it was written. */
export function formatDate(iso: string): string {
  const [date = '', time] = iso.split('T')
  const [year, month, day] = date.split('-').map(Number)
  if (year === undefined || Number.isNaN(year)) return iso
  const [hour = 0, minute = 0] = (time ?? '').split(':').map(Number)
  const moment = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1, hour, minute))
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
    ...(time === undefined ? {} : { hour: '2-digit', minute: '2-digit' }),
  }).format(moment)
}

export function languageName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag
}
