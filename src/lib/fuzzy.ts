/** Finding by a few letters: "cl7d" finds "Calls of the last 7 days". */

/** For comparison: without accents and case. */
export function fold(text: string): string {
  // Most texts need no more, and a hundred thousand of them are folded.
  if (/^[\x20-\x7e\n]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/**
 * How well a text answers to what was typed, higher being better; null when it does not. Every typed word must be in it:
 * at the beginning of a word, somewhere, or at least its letters in order, beginning at the beginning of a word.
 * Both are to be folded. With `onlyWords` nothing but beginnings of words will do.
 */
export function fuzzyScore(text: string, typed: string, { onlyWords = false } = {}): number | null {
  let score = 0
  for (const word of typed.split(/\s+/)) {
    if (word === '') continue
    const found = wordScore(text, word)
    if (found === null || (onlyWords && found < 3)) return null
    score += found
  }
  // Of two that answer alike the shorter is meant.
  return score - text.length / 1000
}

function wordScore(text: string, word: string): number | null {
  if (text.startsWith(word)) return 4
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (beginsWord(text, at)) return 3
  if (text.includes(word)) return 2
  return hasInOrder(text, word) ? 1 : null
}

function beginsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))
}

/** Each letter begins a word or follows the one before it. Walks the letters, keeping every place the last one can stand. */
function hasInOrder(text: string, word: string): boolean {
  const searched = text.slice(0, longest)
  let ends: readonly number[] = [-1]
  for (const letter of word) {
    const follows = new Set(ends.map((end) => end + 1))
    const first = (ends[0] ?? 0) + 1
    const next: number[] = []
    for (let at = searched.indexOf(letter, first); at >= 0; at = searched.indexOf(letter, at + 1)) {
      if ((follows.has(at) && at > 0) || beginsWord(searched, at)) next.push(at)
    }
    ends = next
    if (ends.length === 0) return false
  }
  return true
}

/** Characters in which initials are looked for. */
const longest = 200
