/** A `curl` line as the request it makes. Credentials in it are seen and left behind. */
import { isSecretText } from './secrets.ts'
import { shellWords } from './shell-words.ts'
import { encode } from './url-text.ts'

export interface CurlRequest {
  readonly url: string
  /** Parameters given as data, encoded, in order; empty when there are none. */
  readonly data: string
  /** The header `x-tz-offset`, hours from UTC; null when not given. */
  readonly tzOffset: string | null
  /** Names of what carried a key: `Authorization`, `-u`. */
  readonly secrets: readonly string[]
}

/** Options whose next word is theirs; the rest stand alone. */
const withValue = new Set(
  '-H --header -u --user -X --request -d --data --data-raw --data-binary --data-ascii --data-urlencode --json --url -A --user-agent -b --cookie -e --referer -o --output -m --max-time --connect-timeout --retry -x --proxy --cacert -E --cert --key --resolve -w --write-out --oauth2-bearer --url-query -c --cookie-jar'.split(
    ' ',
  ),
)

const dataOptions = new Set(['-d', '--data', '--data-raw', '--data-binary', '--data-ascii', '--json'])

export function isCurl(text: string): boolean {
  return /^\s*(?:\$\s+)?curl(?:\.exe)?\s/i.test(text)
}

/** null when the line names no address. */
export function parseCurl(line: string): CurlRequest | null {
  let url: string | null = null
  let tzOffset: string | null = null
  const data: string[] = []
  const secrets = new Set<string>()
  for (const [option, value] of options(shellWords(line))) {
    if (option === '' || option === '--url') url ??= value
    else if (option === '-u' || option === '--user' || option === '--oauth2-bearer') secrets.add(option)
    else if (option === '-H' || option === '--header') {
      const [name = '', ...rest] = value.split(':')
      if (/^(?:proxy-)?authorization$/i.test(name.trim()) || isSecretText(value)) secrets.add(name.trim())
      if (/^x-tz-offset$/i.test(name.trim())) tzOffset = rest.join(':').trim()
    } else if (dataOptions.has(option)) data.push(fromBody(value))
    else if (option === '--data-urlencode' || option === '--url-query') data.push(urlEncoded(value))
  }
  return url === null
    ? null
    : { url, data: data.filter((part) => part !== '').join('&'), tzOffset, secrets: [...secrets] }
}

/** Options with their values; words that belong to no option have the empty one. */
function options(words: readonly string[]): readonly (readonly [option: string, value: string])[] {
  const found: (readonly [string, string])[] = []
  const start = words.findIndex((word) => /^curl(?:\.exe)?$/i.test(word)) + 1
  for (let at = start; at < words.length; at++) {
    const word = words[at] ?? ''
    const glued = /^(-[A-Za-z])(.+)$/.exec(word)
    const long = /^(--[a-z0-9-]+)=(.*)$/s.exec(word)
    if (withValue.has(word)) found.push([word, words[++at] ?? ''])
    else if (long && withValue.has(long[1] ?? '')) found.push([long[1] ?? '', long[2] ?? ''])
    else if (glued && withValue.has(glued[1] ?? '')) found.push([glued[1] ?? '', glued[2] ?? ''])
    else if (!word.startsWith('-')) found.push(['', word])
  }
  return found
}

/** `name=content`, of which only the content is encoded; `=content` and bare content have no name. */
function urlEncoded(value: string): string {
  const equals = value.indexOf('=')
  return equals < 1 ? encode(value.slice(equals + 1)) : `${value.slice(0, equals)}=${encode(value.slice(equals + 1))}`
}

/** Form data as it is, or the parameters of Close's way to send long queries: `{"_params": {…}}`. */
function fromBody(body: string): string {
  if (!body.trimStart().startsWith('{')) return body
  const parameters = paramsOf(body)
  return Object.entries(parameters)
    .map(([name, value]) => `${encode(name)}=${encode(textOf(value))}`)
    .join('&')
}

function paramsOf(body: string): object {
  const parameters = Object.entries(parseObject(body)).find(([name]) => name === '_params')?.[1]
  return typeof parameters === 'object' && parameters !== null ? parameters : {}
}

function parseObject(body: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(body)
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  } catch {
    return {}
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(',')
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
