import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { listName } from '#core/close/activity-types.ts'
import { describeRefinements } from '#core/query/describe-refinements.ts'
import { describeFilters } from '#core/query/describe.ts'
import { showsConversations } from '#core/query/plan.ts'
import { allColumns } from '#export/all-columns.ts'
import { estimateOf } from '#export/estimate.ts'
import type { ExportJob } from '#export/job.ts'
import type { ExportProfile } from '#export/needs.ts'
import { type Explorer, useExplorer } from '#explorer/explorer-context.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { Combobox } from '#ui/combobox.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { ColumnsChoice, customTypesQuery } from './columns-choice.tsx'
import { CopyTableButton } from './copy-table-button.tsx'
import { EstimateLine } from './estimate-line.tsx'
import { exportable } from './export-button.tsx'
import { type ExportOptions, jobOf, rowsPerFileOf, usualOptions } from './export-options.ts'
import { SplitChoice } from './split-choice.tsx'
import { knownOf, useLoadedPages } from './use-known.ts'
import { useStarter } from './use-start.ts'

const profileHints: { readonly [P in ExportProfile]: string } = {
  spreadsheet: 'For Excel and its kin: local and UTC times, and no text can act as a formula.',
  exact: 'For programs: UTC as Close sent it, raw values, RFC 4180.',
  jsonl: 'For programs: one object a line, with the values as Close sent them.',
}

/** Requests at a time, for the estimate. */
const workers = 6

export function ExportForm() {
  const explorer = useExplorer()
  const { query, timeZone: viewerZone, locale } = explorer
  const names = useNames()
  const cache = useQueryClient()
  const starter = useStarter()
  const loadedPages = useLoadedPages()
  const [options, setOptions] = useState(() => usualOptions(query, viewerZone))
  const [problem, setProblem] = useState<string | null>(null)
  const [starting, setStarting] = useState(false)
  const found = exportable(explorer)
  const change = (some: Partial<ExportOptions>) => setOptions((now) => ({ ...now, ...some }))
  const { profile, timeZone } = options
  const filters = describeFilters(query, names, { locale, timeZone: viewerZone }).map(({ text }) => text)
  const refinements = describeRefinements(query, names).map(({ text }) => text)
  const scope = [listName(query.resource), ...filters, ...refinements].join(' · ')
  const perFile = rowsPerFileOf(options)
  const estimate = found.ready ? estimateOf(found.plan.streams[0], knownOf(loadedPages(), explorer), workers) : null
  const rows = estimate?.kind === 'estimate' ? estimate.rows : null

  async function start() {
    if (!found.ready || starting || typeof perFile === 'string') return
    setProblem(null)
    const { plan, client } = found
    try {
      // The question where to save must follow the click at once, or the browser refuses to ask it.
      const target = await starter.ask({ query, plan, profile, timeZone, rowsPerFile: perFile })
      if (!target) return
      setStarting(true)
      const types = options.columns === 'all' ? await cache.fetchQuery(customTypesQuery(client, query.source)) : []
      const all = allColumns(query.resource, types)
      const id = crypto.randomUUID()
      const job = jobOf({ query, plan, options, all, id, scope, locale, organization: organizationOf(explorer) })
      await starter.start(job, target, null)
    } catch (error) {
      setStarting(false)
      setProblem(error instanceof Error ? error.message : 'The export could not be started.')
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
      {showsConversations(query) && (
        <RadioGroup
          label="Email threads"
          options={[
            { value: 'conversations', label: 'One line per conversation' },
            { value: 'messages', label: 'One line per matching message' },
          ]}
          value={options.lines}
          onChange={(lines) => change({ lines })}
        />
      )}
      {found.ready && <ColumnsChoice client={found.client} options={options} onChange={change} />}
      <RadioGroup
        label="Profile"
        options={[
          { value: 'spreadsheet', label: 'Spreadsheet' },
          { value: 'exact', label: 'Exact' },
          { value: 'jsonl', label: 'JSON Lines' },
        ]}
        value={profile}
        onChange={(profile) => change({ profile })}
        hint={profileHints[profile]}
      />
      {profile === 'spreadsheet' && <ZoneField value={timeZone} onChange={(timeZone) => change({ timeZone })} />}
      <SplitChoice options={options} rows={rows} locale={locale} onChange={change} />
      <div>
        <Checkbox checked={options.verify} onChange={() => change({ verify: !options.verify })}>
          Verify afterwards
        </Checkbox>
        <p className="text-xs text-ink-faint">
          Reads the ids a second time and lists what was added, changed or deleted meanwhile.
        </p>
      </div>
      <div className="text-ink-muted">{estimate && <EstimateLine estimate={estimate} locale={locale} />}</div>
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <CopyTableButton />
        <Button
          look="primary"
          onClick={() => void start()}
          greyed={!found.ready || starting || typeof perFile === 'string'}
          title={found.ready ? undefined : found.reason}
        >
          Start export
        </Button>
      </div>
    </div>
  )
}

function organizationOf({ query, connection }: Explorer): ExportJob['organization'] {
  const now = connection.getSnapshot()
  return query.source === 'close' && now.status === 'connected'
    ? { id: now.organizationId, name: now.organization }
    : null
}

function ZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const options = useMemo(
    () => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map(named),
    [],
  )
  return (
    <Combobox
      label="Time zone of local times"
      options={options}
      value={named(value)}
      onChange={onChange}
      empty="No such time zone."
    />
  )
}

function named(zone: string) {
  return { value: zone, label: zone.replaceAll('_', ' '), keywords: zone }
}
