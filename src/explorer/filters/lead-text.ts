/** Leads named in pasted text: an id, a lead's page in Close, or several of them. Ids of contacts and the like do not count. */
const leadId = /(?<![A-Za-z0-9_])lead_[A-Za-z0-9]+/g

export function leadIdsIn(text: string): string[] {
  return [...new Set(text.match(leadId))]
}

/** Whether a name has all of the typed words, or beginnings of words, whatever their case and accents. */
export function hasWords(name: string, typed: string): boolean {
  const text = plain(name)
  return plain(typed)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}
