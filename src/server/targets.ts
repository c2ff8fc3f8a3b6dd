/**
 * Whether a raw request target (the second word of a request's first line) is a plain path with an optional query.
 *
 * Asked before the target becomes a URL, because turning it into one mends what should be refused: `/a/%2e%2e/b` climbs,
 * `\` becomes `/`, `//host/x` and `http://host/x` change the host.
 */
export function isPlainTarget(target: string): boolean {
  const path = target.split('?', 1)[0] ?? ''
  return !isTooLong(target) && plainPath.test(path) && !climbs.test(path) && printable.test(target)
}

/** Fifty ids of each kind and every other parameter stay below 8,000 characters. */
const longest = 16_384

/** As long as browsers make them: the page itself cuts a link that is too long, and says so. */
const longestLink = 2_100_000

/** Longer than anything the page asks, or than a link to it can be. */
export function isTooLong(target: string): boolean {
  const isLink = target === '/' || target.startsWith('/?')
  return target.length > (isLink ? longestLink : longest)
}

/** Segments of letters, digits, `.`, `_`, `-`, `~` and `%41`-like escapes that stand for no separator, dot, `@`, `;` or control character. */
const plainPath = /^(?:\/(?!\/)(?:[\w.~-]|%(?!2[5ef]|3b|40|5c|[01]|7f)[\da-f]{2})*)+$/i

/** A segment beginning with a dot: `.`, `..`, `.git`. */
const climbs = /\/\./

const printable = /^[\x21-\x7e]+$/
