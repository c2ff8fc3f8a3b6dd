/** A command line as words, as a POSIX shell splits it; enough for the `curl` lines people copy. */

/** Quotes, `$'…'`, escapes and continued lines (`\` and the `^` of Windows) are undone; variables stay as written. */
export function shellWords(line: string): readonly string[] {
  const text = (line.includes('^"') ? withoutCarets(line) : line).replace(/[\\^]\r?\n/g, ' ')
  const words: string[] = []
  let word: string | null = null
  for (const token of text.matchAll(tokens)) {
    const [all, space, ansi, single, double, escaped, other] = token
    if (space !== undefined) {
      if (word !== null) words.push(word)
      word = null
      continue
    }
    const piece =
      ansi !== undefined
        ? unescapeAnsi(ansi)
        : (single ??
          (double === undefined ? undefined : double.replace(/\\([\\"$`])/g, '$1')) ??
          escaped ??
          other ??
          all)
    word = (word ?? '') + piece
  }
  return word === null ? words : [...words, word]
}

/** The command prompt of Windows escapes with `^`. */
function withoutCarets(line: string): string {
  return line.replace(/\^(\r?\n)?([^]?)/g, (_, end: string | undefined, next: string) =>
    end === undefined ? next : ` ${next}`,
  )
}

const tokens = /(\s+)|\$'((?:\\[^]|[^'\\])*)'|'([^']*)'|"((?:\\[^]|[^"\\])*)"|\\([^])|([^\s'"\\$]+|[^])/g

const ansiEscapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' }

function unescapeAnsi(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([^]))/gi,
    (_, unicode?: string, hex?: string, other = '') => {
      const code = unicode ?? hex
      return code === undefined ? (ansiEscapes[other] ?? other) : String.fromCharCode(Number.parseInt(code, 16))
    },
  )
}
