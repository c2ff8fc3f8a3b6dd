/** How much markup is drawn. Beyond it a message is shown as text: laying it out would make the page wait. */

/** UTF-16 units. The largest ordinary newsletters have a tenth. */
const LENGTH = 1_500_000
const TAGS = 20_000
/** Comments and declarations: taking each out takes the longer the more of them stand beside it. Outlook's mail has some dozens. */
const COMMENTS = 4000
/** Tables within tables within quotes; ordinary mail stays below a hundred. */
const DEPTH = 500

export type Verdict = 'fits' | 'too-long' | 'too-many-tags' | 'too-deep'

/** Reads the text once and builds nothing. Depth is counted for elements that nest; those that close by themselves do not count. */
export function judgeMarkup(html: string): Verdict {
  if (html.length > LENGTH) return 'too-long'
  let tags = 0
  let comments = 0
  let depth = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (++tags > TAGS) return 'too-many-tags'
    if (html[at + 1] === '!' && ++comments > COMMENTS) return 'too-many-tags'
    const closes = html[at + 1] === '/'
    if (!nests(html, closes ? at + 2 : at + 1)) continue
    depth = Math.max(0, depth + (closes ? -1 : 1))
    if (depth > DEPTH) return 'too-deep'
  }
  return 'fits'
}

const selfClosing = new Set(
  'area base basefont bgsound br col dd dt frame hr image img input li link meta option p param source td th tr track wbr'.split(
    ' ',
  ),
)

function nests(html: string, at: number): boolean {
  let end = at
  while (end < html.length && end - at < 12 && isLetter(html.charCodeAt(end))) end++
  return end > at && !selfClosing.has(html.slice(at, end).toLowerCase())
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
}
