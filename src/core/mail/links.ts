/** Where a link in a message really goes, and what about it is made to deceive. */

/** Why a link deserves a second look. */
export type LinkWarning = 'other-host' | 'other-address' | 'punycode' | 'direction' | 'credentials' | 'number'

export interface MailLink {
  /** As it is opened. */
  readonly href: string
  /** The host, or the address of a `mailto:`, or the number of a `tel:`: what to read before leaving. */
  readonly goesTo: string
  readonly warnings: readonly LinkWarning[]
}

export const warningTexts: Readonly<Record<LinkWarning, string>> = {
  'other-host': 'The text of the link names another site.',
  'other-address': 'The text of the link names another address.',
  punycode: 'The site’s name has letters that may look like others.',
  direction: 'The link has invisible characters that turn text around.',
  credentials: 'The part before the @ is not the site’s name.',
  number: 'The site has a number instead of a name.',
}

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Null for what is not opened: any scheme but http, https, mailto and tel, and addresses relative to nothing. */
export function readLink(href: string, text: string): MailLink | null {
  const url = parse(href.trim())
  if (url === null || !schemes.has(url.protocol)) return null
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  const goesTo = isWeb ? url.host : addressOf(url)
  if (goesTo === '') return null
  const found = isWeb ? webWarnings(url, text) : url.protocol === 'mailto:' ? mailWarnings(goesTo, text) : []
  const turned = turning.test(href) || turning.test(safeDecode(href)) || turning.test(text)
  return { href: url.href, goesTo, warnings: turned ? [...found, 'direction'] : found }
}

// Left-to-right and right-to-left marks, embeddings, overrides and isolates.
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/

function webWarnings(url: URL, text: string): LinkWarning[] {
  const named = hostIn(text)
  return [
    ...(named !== null && !isSameSite(named, url.hostname) ? (['other-host'] as const) : []),
    ...(url.hostname.split('.').some((label) => label.startsWith('xn--')) ? (['punycode'] as const) : []),
    ...(url.username !== '' || url.password !== '' ? (['credentials'] as const) : []),
    ...(isNumber(url.hostname) ? (['number'] as const) : []),
  ]
}

function mailWarnings(address: string, text: string): LinkWarning[] {
  const named = /^[^\s@<>]{1,200}@[^\s@<>]{1,200}$/.exec(text.trim().slice(0, 500))?.[0]
  return named !== undefined && named.toLowerCase() !== address.toLowerCase() ? ['other-address'] : []
}

/** Files are called `report.pdf` as sites are called `report.com`. */
const fileTypes = new Set(
  'pdf doc docx xls xlsx ppt pptx odt ods csv txt rtf md zip png jpg jpeg gif webp svg mp3 mp4 mov ics html htm js ts json'.split(
    ' ',
  ),
)

/** The host that a link's text names, when the text is an address and nothing else. As browsers write it: lower case, punycode. */
function hostIn(text: string): string | null {
  const word = text.replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').trim()
  if (word === '' || word.length > 2000 || /\s/.test(word)) return null
  const hasScheme = /^https?:\/\//i.test(word)
  const url = parse(hasScheme ? word : `http://${word}`)
  if (url === null || url.username !== '') return null
  const labels = url.hostname.split('.')
  const last = labels.at(-1) ?? ''
  if (labels.length < 2 || !/^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(last)) return null
  return !hasScheme && labels.length === 2 && fileTypes.has(last) ? null : url.hostname
}

/** One host is the other's or below it, `www.` aside. */
function isSameSite(a: string, b: string): boolean {
  const [first, second] = [withoutWww(a), withoutWww(b)]
  return first === second || first.endsWith(`.${second}`) || second.endsWith(`.${first}`)
}

function withoutWww(host: string): string {
  return host.startsWith('www.') ? host.slice(4) : host
}

function isNumber(host: string): boolean {
  return host.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)
}

function addressOf(url: URL): string {
  return safeDecode(url.pathname.split(',')[0] ?? '').slice(0, 300)
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
