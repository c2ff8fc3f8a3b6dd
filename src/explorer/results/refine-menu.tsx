import { useEffect, useMemo, useState } from 'react'
import { dispositionText, sentenceCase } from '#core/activity/wording.ts'
import { activityTypes } from '#core/close/activity-types.ts'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import { withoutRefinements } from '#core/query/describe-refinements.ts'
import { longestText } from '#core/query/readers.ts'
import { hasRefinements } from '#core/activity/refinements.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { Popover } from '#ui/popover.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Page } from './ledger.ts'
import { choicesIn } from './refine-choices.ts'
import { RefineTrigger } from './refine-button.tsx'

type Key = 'loadedDirections' | 'loadedStatuses' | 'loadedOutcomes' | 'loadedNotTypes'

/** Keeps some of the loaded rows. Opens at once, because it is loaded by the wish to see it. */
export function RefineMenu({ pages }: { pages: readonly Page[] }) {
  const { query, setQuery } = useExplorer()
  const [open, setOpen] = useState(true)
  return (
    <Popover title="Refine loaded rows" align="end" open={open} onOpenChange={setOpen} trigger={<RefineTrigger />}>
      <p className="text-ink-muted">
        Close is not asked again: this keeps some of the rows it sent. The export is refined in the same way.
      </p>
      <TextRefinement />
      <Choices pages={pages} />
      <Button
        size="small"
        greyed={!hasRefinements(query) && 'Nothing is refined.'}
        className="self-start"
        onClick={() => setQuery(withoutRefinements)}
      >
        Show all loaded rows
      </Button>
    </Popover>
  )
}

function TextRefinement() {
  const { query, setQuery } = useExplorer()
  const applied = query.loadedText ?? ''
  const [draft, setDraft] = useState({ applied, text: applied })
  // Another text came from elsewhere, a chip or Back. The field stays the same one, and keeps the focus.
  if (draft.applied !== applied) setDraft({ applied, text: applied })
  const { text } = draft

  function apply(now: string) {
    const loadedText = now.trim() === '' ? null : now.trim()
    setQuery((query) => (query.loadedText === loadedText ? query : { ...query, loadedText }), { replace: true })
  }

  return (
    <TextField
      label="Text contains"
      hint="Looks at summary, subject, participants, user, phone number, changes and custom fields. Names of leads and contacts are not among them."
      value={text}
      maxLength={longestText}
      onChange={({ target }) => setDraft({ applied, text: target.value })}
      onBlur={() => apply(text)}
      onKeyDown={({ key }) => {
        if (key === 'Enter') apply(text)
      }}
    />
  )
}

function Choices({ pages }: { pages: readonly Page[] }) {
  const { query, setQuery, nameStore } = useExplorer()
  const names = useNames()
  const found = useMemo(() => choicesIn(pages), [pages])
  const outcomes = withChosen(found.outcomes, query.loadedOutcomes)
  const wanted = outcomes.join()
  useEffect(
    () => nameStore.want('refine', () => ({ outcome: wanted === '' ? [] : wanted.split(',') })),
    [nameStore, wanted],
  )

  function group(key: Key, legend: string, values: readonly string[], nameOf: (value: string) => string) {
    return (
      <ChoiceGroup
        legend={legend}
        options={withChosen(values, query[key]).map((value) => ({ value, name: nameOf(value) }))}
        chosen={query[key]}
        onChange={(next) => setQuery((now): ActivityQuery => ({ ...now, [key]: next }))}
      />
    )
  }

  return (
    <>
      {group('loadedDirections', 'Direction', found.directions, sentenceCase)}
      {group('loadedStatuses', 'Status', found.statuses, dispositionText)}
      {group('loadedOutcomes', 'Outcome', outcomes, (id) => names.outcome(id) ?? id)}
      {(query.resource === '' || query.loadedNotTypes.length > 0) &&
        group('loadedNotTypes', 'Leave out', found.types, (word) => typeName(word) ?? names.activityType(word) ?? word)}
    </>
  )
}

interface GroupProps {
  legend: string
  options: readonly { readonly value: string; readonly name: string }[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

function ChoiceGroup({ legend, options, chosen, onChange }: GroupProps) {
  if (options.length === 0) return null
  return (
    <fieldset className="flex flex-col">
      <legend className="text-xs font-medium text-ink-muted">{legend}</legend>
      {options.map(({ value, name }) => (
        <Checkbox
          key={value}
          checked={chosen.includes(value)}
          onChange={({ target }) =>
            onChange(target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
          }
        >
          {name}
        </Checkbox>
      ))}
    </fieldset>
  )
}

function typeName(word: string): string | undefined {
  return activityTypes.find((type) => type.word === word)?.one
}

function withChosen(values: readonly string[], chosen: readonly string[]): readonly string[] {
  return [...new Set([...values, ...chosen])]
}
