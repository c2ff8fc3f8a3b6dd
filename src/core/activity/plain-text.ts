/** Text from the API as one line of plain text. Nothing from the API is trusted to be short, clean or even text. */

const shown = 300
/** Read no further: a body of megabytes must not cost more than its first lines. */
const read = 4 * shown

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const breaks = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g

function endsInsidePair(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff
}

/** The first `length` UTF-16 units, an ellipsis in place of what is left out, and no half character at the cut. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  return `${endsInsidePair(cut) ? cut.slice(0, -1) : cut}…`
}

/** One line of at most 300 characters: control characters and line breaks become single spaces. */
export function plainText(text: string): string {
  return detached(clip(text.slice(0, read).replace(breaks, ' ').trim(), shown))
}

/** The words between tags, for a summary only: never as markup. */
export function textOfHtml(html: string): string {
  const words = html
    .slice(0, read)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/<[^<>]*$/, '')
  return words
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

/** A copy of its own: engines keep a slice as a view, and with it the whole body alive. */
function detached(text: string): string {
  return ` ${text}`.slice(1)
}

/** Joins the parts that are there, in one clipped line; null when there are none. */
export function line(parts: readonly (string | null)[], separator = ' · '): string | null {
  const kept = parts.filter((part) => part !== null && part !== '')
  if (kept.length === 0) return null
  return clip(kept.join(separator), shown)
}
