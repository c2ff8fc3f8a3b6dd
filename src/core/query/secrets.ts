/** Keys and tokens that someone put into a link. They are taken out and never kept. */

const secretNames = new Set(
  'key apikey xapikey token auth authorization bearer jwt session sessionid sid password passwd pwd pass passphrase secret credential credentials'.split(
    ' ',
  ),
)

const secretNameEnds = /(?:apikey|token|secret|password|credentials?)$/

/** Close's keys begin with `api_`; headers carry them after `Bearer` or `Basic`. */
const secretTexts = [
  /(?:^|[^a-z0-9])api_[a-z0-9]{6,}/i,
  /(?:^|[^a-z0-9])bearer[\s:=]+[a-z0-9._~+/-]{6,}/i,
  /(?:^|[^a-z0-9])basic[\s:=]+[a-z0-9+/=]{16,}/i,
  /(?:api[-_]?key|token|secret|password|authorization)\s*["']?\s*[:=]/i,
]

/** The name to report when name or value is a secret; null when neither is. */
export function secretIn(name: string, value: string): string | null {
  if (isSecretText(name)) return 'key'
  return isSecretName(name) || isSecretText(value) ? name : null
}

function isSecretName(name: string): boolean {
  const bare = unescape(name)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  return secretNames.has(bare) || secretNameEnds.test(bare)
}

export function isSecretText(text: string): boolean {
  if (text.length < 7) return false
  const plain = unescape(text)
  return secretTexts.some((pattern) => pattern.test(plain))
}

/** Undoes escapes that were escaped again, a few levels deep. */
function unescape(text: string): string {
  let plain = text
  for (let level = 0; level < 3 && plain.includes('%'); level++) {
    plain = plain.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  }
  return plain
}
