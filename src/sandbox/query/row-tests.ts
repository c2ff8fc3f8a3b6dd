import { unpackChange } from '#sandbox/dataset/progress.ts'
import { forms } from '#sandbox/dataset/settings.ts'
import { opportunityNumber } from '#sandbox/render/changes.ts'
import { calendarEventId, calendarType } from '#sandbox/render/meeting.ts'
import { externalMessageId } from '#sandbox/render/messages.ts'
import type { Strictness } from '#sandbox/strictness.ts'
import { type Micros, parseFilterMoment } from '#sandbox/time.ts'
import type { World } from '#sandbox/world.ts'
import type { Parameters } from './parameters.ts'
import type { Problems } from './problems.ts'
import { readSpan } from './spans.ts'
import { customTypeNumbers } from './types.ts'

/** A condition on a row that no order of the store helps with. */
export type RowTest = (row: number) => boolean

/** The filters that single lists document besides the common ones. A list that does not document one has none of it here. */
export function readRowTests(
  parameters: Parameters,
  problems: Problems,
  strictness: Strictness,
  zone: Micros,
  world: World,
): RowTest[] {
  const tests: RowTest[] = []
  const when = (name: string, test: (values: readonly string[]) => RowTest): void => {
    const values = parameters.list(name)
    if (values !== null) tests.push(test(values))
  }
  for (const name of ['custom_activity_type_id', 'custom_activity_type_id__in']) {
    when(name, (values) => {
      const wanted = new Set(customTypeNumbers(values, world.ids))
      return (row) => wanted.has(world.store.columns.extra[row] ?? -1)
    })
  }
  for (const name of ['form_id', 'form_id__in']) {
    when(name, (values) => {
      const wanted = new Set(values.map((id) => world.ids.decode('form', id)))
      return (row) => wanted.has((world.store.columns.extra[row] ?? 0) % forms.length)
    })
  }
  when('opportunity_id', (values) => {
    const wanted = new Set(values.map((id) => world.ids.decode('oppo', id)))
    return (row) =>
      wanted.has(
        opportunityNumber(
          world.store.columns.lead[row] ?? -1,
          unpackChange(world.store.columns.extra[row] ?? 0).opportunity,
        ),
      )
  })
  when('external_whatsapp_message_id', (values) => (row) => values.includes(externalMessageId(world.seed, row)))
  when('provider_calendar_event_id', (values) => (row) => values.includes(calendarEventId(world.seed, row)))
  when('provider_calendar_id', (values) => () => values.includes('primary'))
  when('provider_calendar_type', (values) => {
    if (values.some((value) => value !== 'google' && value !== 'microsoft'))
      problems.field('provider_calendar_type', "Input should be 'google' or 'microsoft'")
    return (row) => values.includes(calendarType(world.store.columns.user[row] ?? -1))
  })
  tests.push(...readStarts(parameters, problems, strictness, zone, world))
  return tests
}

/** A meeting starts at its `date_created`. */
function readStarts(
  parameters: Parameters,
  problems: Problems,
  strictness: Strictness,
  zone: Micros,
  world: World,
): RowTest[] {
  const startOf = (row: number): Micros => world.store.columns.created[row] ?? NaN
  const span = readSpan('starts_at', ['gte', 'lt'], parameters, problems, strictness, zone)
  const tests: RowTest[] = span === null ? [] : [(row) => startOf(row) >= span.from && startOf(row) < span.until]
  const text = parameters.text('starts_at')
  if (text === null) return tests
  const moment = parseFilterMoment(text, zone)
  if (moment === null && strictness.malformedDate === 'refuse')
    problems.field('starts_at', 'Input should be a valid date or datetime')
  return moment === null ? tests : [...tests, (row) => moment.exact && startOf(row) === moment.floor]
}
