/** Leads named in pasted text: an id, a lead's page in Close, or several of them. Ids of contacts and the like do not count. */
const leadId = /(?<![A-Za-z0-9_])lead_[A-Za-z0-9]+/g

export function leadIdsIn(text: string): string[] {
  return [...new Set(text.match(leadId))]
}
