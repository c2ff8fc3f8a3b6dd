import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fetchCustomActivityTypes } from '#client/directory.ts'
import { type Column, columnsOf } from '#core/activity/columns.ts'
import { listName } from '#core/close/activity-types.ts'
import type { CsvProfile } from '#core/csv/encode.ts'
import type { ConversationLines } from '#core/query/conversation-lines.ts'
import { describeRefinements } from '#core/query/describe-refinements.ts'
import { describeFilters } from '#core/query/describe.ts'
import { showsConversations } from '#core/query/plan.ts'
import { allColumns } from '#export/all-columns.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { systemClock } from '#lib/clock.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { exportable } from './export-button.tsx'
import { startExport } from './export-store.ts'
import { openSink } from './open-sink.ts'

type Choice = 'visible' | 'all'

const profileHints: { readonly [P in CsvProfile]: string } = {
  spreadsheet: 'For Excel and its kin: local and UTC times, and no text can act as a formula.',
  exact: 'For programs: UTC as Close sent it, raw values, RFC 4180.',
}

export function ExportForm() {
  const explorer = useExplorer()
  const { query, timeZone: viewerZone, locale } = explorer
  const names = useNames()
  const cache = useQueryClient()
  const [choice, setChoice] = useState<Choice>('visible')
  const [profile, setProfile] = useState<CsvProfile>('spreadsheet')
  const [lines, setLines] = useState<ConversationLines>('conversations')
  const [problem, setProblem] = useState<string | null>(null)
  const timeZone = query.timeZone ?? viewerZone
  const found = exportable(explorer)
  const withConversations = showsConversations(query)
  const filters = describeFilters(query, names, { locale, timeZone }).map(({ text }) => text)
  const refinements = describeRefinements(query, names).map(({ text }) => text)
  const scope = [listName(query.resource), ...filters, ...refinements].join(' · ')

  async function columnsToWrite(): Promise<readonly Column[]> {
    if (choice === 'visible' || !found.ready) return columnsOf(query)
    const types = await cache.fetchQuery({
      queryKey: [query.source, 'choices', 'custom-activity-types'],
      queryFn: ({ signal }) => fetchCustomActivityTypes(found.client, signal),
      staleTime: 5 * 60_000,
    })
    return allColumns(query.resource, types)
  }

  async function start() {
    if (!found.ready) return
    setProblem(null)
    try {
      // The question where to save must follow the click at once, or the browser refuses to ask it.
      const sink = await openSink()
      if (!sink) return
      await startExport({
        client: found.client,
        plan: found.plan,
        query,
        columns: await columnsToWrite(),
        profile,
        ...(withConversations && { lines }),
        context: { names, timeZone, locale, sort: query.sort },
        sink,
        clock: systemClock,
        scope,
      })
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The file could not be opened.')
    }
  }

  return (
    <div className="flex flex-col gap-4">
      <p className="rounded-md bg-sunken px-3 py-2 text-ink-muted">{scope}</p>
      {refinements.length > 0 && (
        <p className="text-ink-muted">
          Close is asked for everything that matches, loaded or not; the refinements then leave out rows, in the file as
          in the table.
        </p>
      )}
      {withConversations && (
        <RadioGroup
          label="Email threads"
          options={[
            { value: 'conversations', label: 'One line per conversation' },
            { value: 'messages', label: 'One line per matching message' },
          ]}
          value={lines}
          onChange={setLines}
        />
      )}
      <RadioGroup
        label="Columns"
        options={[
          { value: 'visible', label: 'Visible' },
          { value: 'all', label: 'All' },
        ]}
        value={choice}
        onChange={setChoice}
      />
      <RadioGroup
        label="Profile"
        options={[
          { value: 'spreadsheet', label: 'Spreadsheet' },
          { value: 'exact', label: 'Exact' },
        ]}
        value={profile}
        onChange={setProfile}
        hint={profileHints[profile]}
      />
      <p className="text-ink-muted">
        {profile === 'spreadsheet' ? `Local times are those of ${timeZone}.` : 'All times are UTC.'} Close gives no
        total, so rows are counted as they are written.
      </p>
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
      <div className="flex justify-end">
        <Button
          look="primary"
          onClick={() => void start()}
          greyed={!found.ready}
          title={found.ready ? undefined : found.reason}
        >
          Start export
        </Button>
      </div>
    </div>
  )
}
