import { describe, expect, it } from 'vitest'
import { idOnlyNames } from '#core/activity/names.ts'
import { type ActivityQuery, emptyQuery } from '#core/query/activity-query.ts'
import { queryEntries } from './query-entries.ts'

const wording = { locale: 'en-GB', timeZone: 'Europe/Berlin' }

/** The entries for a query, and the query that each one leads to. */
function entriesFor(query: ActivityQuery) {
  let now = query
  const change = (edit: (query: ActivityQuery) => ActivityQuery) => void (now = edit(now))
  return queryEntries(query, change, idOnlyNames, wording, false).map((entry) => ({
    ...entry,
    outcome() {
      now = query
      entry.run()
      return now
    },
  }))
}

const labelled = (query: ActivityQuery, label: string) => {
  const entry = entriesFor(query).find((each) => each.label === label)
  if (!entry) throw new Error(`No entry says ${label}`)
  return entry
}

describe('what the palette does to the query', () => {
  it('takes filters and refinements away, and says which is which', () => {
    const query = { ...emptyQuery, leadIds: ['lead_1'], loadedDirections: ['incoming'] } as const
    expect(labelled(query, 'Remove: Lead is lead_1').outcome().leadIds).toEqual([])
    const without = labelled(query, 'Remove: Direction is Incoming, on loaded rows').outcome()
    expect(without).toEqual({ ...query, loadedDirections: [] })
  })

  it('names types as they are written within a sentence', () => {
    const labels = new Set(entriesFor({ ...emptyQuery, leadIds: ['lead_1'] }).map(({ label }) => label))
    for (const label of ['Only calls', 'Only SMS', 'Only WhatsApp messages']) expect(labels).toContain(label)
  })

  it('shows times in any zone, and says which one is shown', () => {
    const query = { ...emptyQuery, timeZone: 'Asia/Tokyo' }
    expect(labelled(query, 'Times in UTC').outcome().timeZone).toBe('UTC')
    expect(labelled(query, 'Times in your own zone').outcome().timeZone).toBeNull()
    expect(labelled(query, 'Times in Asia/Tokyo').unavailable).toBe('Times are shown so.')
  })
})
