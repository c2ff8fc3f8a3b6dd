/** Pasted text as a query: a link to this page, an address of the API, a query string, a `curl` line, or an id. */
import type { Resource } from '#core/close/activity-types.ts'
import { emptyQuery, type ActivityQuery, type DateText, type Source } from './activity-query.ts'
import { isCurl, parseCurl, type CurlRequest } from './curl.ts'
import { isDay, parseDateText, readDate } from './date-text.ts'
import { comparisons, parameterNamed, sortFields } from './parameters.ts'
import { isResource } from './readers.ts'
import { isSecretText } from './secrets.ts'
import { parseSearch, type ParsedSearch } from './search-params.ts'
import { joinSearch, splitSearch } from './url-text.ts'

export type Pasted =
  | {
      readonly status: 'understood'
      readonly query: ActivityQuery
      readonly notes: readonly string[]
      /** Names of what carried a key or a token. It was not read any further. */
      readonly secrets: readonly string[]
    }
  | { readonly status: 'not-understood'; readonly reason: string }

export interface PasteOptions {
  /** Where the answer shall ask. Without it, an address of the API asks Close, and everything else what it says itself. */
  readonly source?: Source
}

/** Never throws. Nothing of a credential comes back, neither in the query nor in a sentence. */
export function parsePaste(text: string, options: PasteOptions = {}): Pasted {
  const plain = unwrap(text)
  if (plain === '') return refuse('There is nothing to read.')
  if (isCurl(plain)) {
    const request = parseCurl(plain)
    return request === null ? refuse('This curl line names no address.') : parseAddress(request, options)
  }
  if (looksLikeAddress(plain)) return parseAddress({ url: plain, data: '', tzOffset: null, secrets: [] }, options)
  if (/^(?:lead|acti)_[A-Za-z0-9]+$/.test(plain)) return understood(queryOfId(plain), options.source)
  return parseBare(plain, options)
}

function refuse(reason: string): Pasted {
  return { status: 'not-understood', reason }
}

function understood(parsed: ParsedSearch, source: Source | undefined, secrets: readonly string[] = []): Pasted {
  return {
    status: 'understood',
    query: source === undefined ? parsed.query : { ...parsed.query, source },
    notes: parsed.notes,
    secrets: [...new Set([...secrets, ...parsed.secrets])],
  }
}

/** Quotes and brackets around a link, and `GET` before it. */
function unwrap(text: string): string {
  const plain = text
    .trim()
    .replace(/^(?:GET|POST)\s+/, '')
    .replace(/^(?=api\/v1\/)/, '/')
  return /^<.*>$|^".*"$|^'.*'$|^`.*`$/s.test(plain) ? plain.slice(1, -1).trim() : plain
}

function looksLikeAddress(text: string): boolean {
  return /^(?:https?:\/\/|\/|(?:api\.close\.com|app\.close\.(?:io|com))\/)\S*$/i.test(text)
}

interface Address {
  readonly path: string
  readonly search: string
  readonly secrets: readonly string[]
}

/** An address without looking at its host: relays and the sandbox have others than Close. */
function takeApart(url: string): Address | null {
  const found = /^(?:[a-z]+:\/\/)?(?:([^/?#\s]*)@)?([^/?#\s]*)([^?#\s]*)(?:\?([^#]*))?(?:#.*)?$/is.exec(url)
  if (!found) return null
  const [, user, , path = '', search = ''] = found
  return { path, search: search.trim(), secrets: user ? ['the user name in the address'] : [] }
}

function parseAddress({ url, data, tzOffset, secrets }: CurlRequest, options: PasteOptions): Pasted {
  const address = takeApart(url)
  if (address === null) return refuse('This address cannot be read.')
  const search = [address.search, data].filter((part) => part !== '').join('&')
  const removed = [...secrets, ...address.secrets]
  const lead = /\/lead\/(lead_[A-Za-z0-9]+)/.exec(address.path)?.[1]
  if (lead !== undefined) return understood(queryOfId(lead), options.source, removed)
  const api = /\/api\/v1\/(.*)$/.exec(address.path)?.[1]
  if (api === undefined) return parsePageLink(address, search, removed)
  const place = placeOf(api)
  if (place === null) return refuse('This address of the API is no list of activities.')
  const sandbox = address.path.includes('/sandbox/api/v1/')
  const parsed = parseApiSearch(search, tzOffset)
  const query = {
    ...parsed.query,
    resource: place.resource,
    ...(place.id !== null && { ids: [place.id], open: place.id }),
  }
  return understood({ ...parsed, query }, options.source ?? (sandbox ? 'sandbox' : 'close'), removed)
}

/** Where an API path leads: a list, or one activity in it. */
function placeOf(path: string): { resource: Resource; id: string | null } | null {
  const found = /^activity(?:\/(.*?))?\/?$/.exec(path)
  if (!found) return null
  const rest = (found[1] ?? '').replace(/\/+$/, '')
  const id = /(?:^|\/)(acti_[A-Za-z0-9]+)$/.exec(rest)?.[1] ?? null
  const resource = id === null ? rest : rest.slice(0, -id.length).replace(/\/$/, '')
  return isResource(resource) ? { resource, id } : null
}

function parsePageLink({ path }: Address, search: string, secrets: readonly string[]): Pasted {
  if (search === '' && path.replace('/', '') !== '') return refuse('This address is no list of activities.')
  if (search !== '' && !namesParameter(search)) return refuse('No parameter in this address is known here.')
  return understood(parseSearch(search), undefined, secrets)
}

function parseBare(text: string, { source }: PasteOptions): Pasted {
  if (isSecretText(text) && !text.includes('=')) return refuse('This looks like a key. Keys do not belong here.')
  if (!namesParameter(text)) {
    return refuse('Paste a link to this page, an address of the API, its query string, or a curl line.')
  }
  const own = splitSearch(text).some(({ name }) => name === 'source')
  return understood(parseSearch(text), own ? undefined : source)
}

function namesParameter(search: string): boolean {
  return splitSearch(search).some(
    ({ name, value }) => value !== '' && (name === '_skip' || parameterNamed(name) !== undefined),
  )
}

function queryOfId(id: string): ParsedSearch {
  const query = id.startsWith('lead_') ? { ...emptyQuery, leadIds: [id] } : { ...emptyQuery, ids: [id], open: id }
  return { query, notes: [], secrets: [] }
}

/**
 * The API reads a day as one moment, its midnight, in UTC or the zone of `x-tz-offset`; this page reads it as the whole
 * day in the query's zone. So days, and times without a zone, become instants.
 */
function parseApiSearch(search: string, tzOffset: string | null): ParsedSearch {
  const offset = offsetOf(tzOffset)
  const pairs = splitSearch(search).map(
    ({ name, value }) => [name, isBound(name) ? instantOf(value, offset) : value] as const,
  )
  const parsed = parseSearch(joinSearch(pairs))
  const days = splitSearch(search).some(({ name, value }) => isBound(name) && /^\d{4}-\d\d-\d\d$/.test(value.trim()))
  const zone = tzOffset === null ? 'UTC' : offset
  return days
    ? { ...parsed, notes: [...parsed.notes, `The API reads a day as its midnight; here that is midnight ${zone}.`] }
    : parsed
}

const boundNames = new Set(sortFields.flatMap((field) => comparisons.map((comparison) => `${field}__${comparison}`)))

function isBound(name: string): boolean {
  return boundNames.has(name)
}

function instantOf(written: string, offset: string): DateText {
  const day = parseDateText(written)
  const reading = readDate(day !== null && isDay(day) ? `${day}T00:00:00` : written, offset)
  return reading.status === 'understood' ? reading.text : written
}

/** `-4`, `5.5` or `+2` hours as `-04:00`, `+05:30`, `+02:00`; UTC for anything else. */
function offsetOf(hours: string | null): string {
  const offset = hours === null || !/^[+-]?\d{1,2}(?:\.\d+)?$/.test(hours) ? 0 : Math.round(Number(hours) * 60)
  const minutes = Math.abs(offset)
  const two = (value: number) => String(value).padStart(2, '0')
  return minutes >= 24 * 60
    ? '+00:00'
    : `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
