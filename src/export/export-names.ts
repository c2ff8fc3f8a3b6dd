/** Names of leads and contacts for an export: asked for a page at a time, remembered for the pages to come. */
import type { CloseClient } from '#client/close-client.ts'
import { fetchContactNames, fetchLeadNames, type NamesById } from '#client/directory.ts'
import type { Column } from '#core/activity/columns.ts'
import type { Names } from '#core/activity/names.ts'
import type { ActivityRow } from '#core/activity/row.ts'

export interface ExportNames {
  readonly names: Names
  /** Learns the names that these rows need. Never fails: a row without a name still has its id. */
  readonly learn: (rows: readonly ActivityRow[], signal: AbortSignal) => Promise<void>
}

/** Names remembered of each kind; the oldest go first. */
const most = 50_000

/** Failures in a row after which no more names are asked for: each may take its whole time limit. */
const patience = 2

type Fetch = (client: CloseClient, ids: readonly string[], signal: AbortSignal) => Promise<NamesById>

/** @param known What is known already; asked first. */
export function createExportNames(client: CloseClient, known: Names, columns: readonly Column[]): ExportNames {
  const shows = (id: string) => columns.some((column) => column.id === id)
  const leads = createLearner(client, fetchLeadNames, (id) => known.lead(id))
  const contacts = createLearner(client, fetchContactNames, (id) => known.contact(id))
  return {
    names: {
      lead: leads.name,
      contact: contacts.name,
      user: (id) => known.user(id),
      activityType: (id) => known.activityType(id),
      customField: (id) => known.customField(id),
      outcome: (id) => known.outcome(id),
      leadStatus: (id) => known.leadStatus(id),
    },
    async learn(rows, signal) {
      const wanted = [
        ...(shows('lead')
          ? [
              leads.learn(
                rows.map(({ leadId }) => leadId),
                signal,
              ),
            ]
          : []),
        ...(shows('contact')
          ? [
              contacts.learn(
                rows.map(({ contactId }) => contactId),
                signal,
              ),
            ]
          : []),
      ]
      await Promise.all(wanted)
    },
  }
}

function createLearner(client: CloseClient, fetchNames: Fetch, known: (id: string) => string | undefined) {
  /** The oldest use first. Null: asked for, and there is none. */
  const learnt = new Map<string, string | null>()
  /** What is being asked for another page. */
  const asked = new Map<string, Promise<void>>()
  let failures = 0

  async function learn(ids: readonly (string | null)[], signal: AbortSignal) {
    const wanted = [...new Set(ids)].filter((id) => id !== null && known(id) === undefined).filter((id) => id !== null)
    const coming = wanted.flatMap((id) => asked.get(id) ?? [])
    const missing = wanted.filter((id) => !learnt.has(id) && !asked.has(id))
    if (missing.length > 0 && failures < patience) {
      const asking = ask(missing, signal)
      for (const id of missing) asked.set(id, asking)
      coming.push(asking)
    }
    await Promise.all(coming)
    // Used again, so that they are not the next to be forgotten while their page is written.
    for (const id of wanted) keep(id, learnt.get(id))
    forgetOldest()
  }

  async function ask(missing: readonly string[], signal: AbortSignal) {
    try {
      const names = await fetchNames(client, missing, signal)
      failures = 0
      for (const id of missing) keep(id, names.get(id) ?? null)
    } catch {
      signal.throwIfAborted()
      failures += 1
    } finally {
      for (const id of missing) asked.delete(id)
    }
  }

  function keep(id: string, name: string | null | undefined) {
    if (name === undefined) return
    learnt.delete(id)
    learnt.set(id, name)
  }

  function forgetOldest() {
    for (const id of learnt.keys()) {
      if (learnt.size <= most) break
      learnt.delete(id)
    }
  }

  return { learn, name: (id: string) => known(id) ?? learnt.get(id) ?? undefined }
}
