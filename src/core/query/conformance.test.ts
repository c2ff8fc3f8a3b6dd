/** The rules against the sandbox, whose refusals were written from Close's documentation without knowing of them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listPath } from '#core/close/activity-types.ts'
import { createSandbox, strictest } from '#sandbox/app.ts'
import type { ActivityQuery } from './activity-query.ts'
import { pageParameters } from './parameters.ts'
import { plan } from './plan.ts'
import type { Parameters } from './plan-types.ts'
import { rules, violationsOf, type RuleId } from './rules.ts'
import { serializeSearch } from './search-params.ts'
import { arbitraryMoment, arbitraryQuery } from './testing/arbitrary-query.ts'
import { cases, checkAsync } from './testing/property.ts'
import { firstCursor, requestOf } from './walk.ts'

const sandbox = createSandbox({ size: 2000, strictness: strictest, clock: () => Date.UTC(2026, 7, 20, 12), rate: null })

const headers = { authorization: `Basic ${btoa('api_sandbox:')}` }

async function ask(path: string, parameters: Parameters): Promise<{ status: number; body: string }> {
  const search = new URLSearchParams(parameters.map(([name, value]) => [name, value]))
  const response = await sandbox.fetch(
    new Request(`http://localhost/sandbox/api/v1${path}?${search.toString()}`, { headers }),
  )
  return { status: response.status, body: await response.text() }
}

/** What a person would send who takes the link's parameters for the API's, but for the short names of a type's own list. */
function rawParameters(query: ActivityQuery): Parameters {
  const search = new URLSearchParams(serializeSearch({ ...query, unread: [] }))
  return [...search]
    .filter(([name]) => !pageParameters.includes(name))
    .map(([name, value]) => [query.resource === '' ? name : (shortNames.get(name) ?? name), value])
}

const shortNames = new Map([
  ['user_id__in', 'user_id'],
  ['contact_id__in', 'contact_id'],
])

/** The list of form submissions alone documents `_type__in`, although it holds one type. */
function isMoreThanCloseSays({ resource }: ActivityQuery, broken: readonly RuleId[]): boolean {
  return resource === 'form_submission' && broken.every((rule) => rule === 'types-need-all-activities')
}

/** Which of the fixes offered is taken at each step. */
const choices = fc.array(fc.nat(5), { minLength: rules.length, maxLength: rules.length })

/** A query that is ready: as it is, or by way of any fixes. */
function mend(query: ActivityQuery, chosen: readonly number[]): ActivityQuery {
  return chosen.reduce((mended, choice) => {
    const fixes = violationsOf(mended)[0]?.fixes ?? []
    return fixes[choice % fixes.length]?.apply(mended, 'lead_chosen') ?? mended
  }, query)
}

test('sound: the sandbox accepts the first request of every plan that is ready', async () => {
  let asked = 0
  await checkAsync(
    fc.asyncProperty(arbitraryQuery, choices, arbitraryMoment, async (query, chosen, moment) => {
      const planned = plan(mend(query, chosen), moment)
      if (planned.status === 'blocked') throw new Error('Fixes lead to a query that is ready')
      const { path, parameters } = requestOf(planned.streams[0], firstCursor())
      expect(await ask(path, parameters)).toMatchObject({ status: 200 })
      asked++
    }),
  )
  expect(asked).toBeGreaterThanOrEqual(cases)
})

test('complete: the sandbox refuses every query that the rules block, sent as its link spells it', async ({
  annotate,
}) => {
  const hits = new Map<RuleId, number>()
  const alone = new Map<RuleId, number>()
  const blocked = arbitraryQuery.filter((query) => violationsOf(query).length > 0)
  await checkAsync(
    fc.asyncProperty(blocked, async (query) => {
      const broken = violationsOf(query).map(({ rule }) => rule)
      if (isMoreThanCloseSays(query, broken)) return
      expect(await ask(listPath(query.resource), rawParameters(query)), broken.join(', ')).toMatchObject({
        status: 400,
      })
      for (const rule of broken) hits.set(rule, (hits.get(rule) ?? 0) + 1)
      const [only, ...others] = broken
      if (only !== undefined && others.length === 0) alone.set(only, (alone.get(only) ?? 0) + 1)
    }),
  )
  for (const { id } of rules) await annotate(`${id}: refused ${hits.get(id) ?? 0} times, ${alone.get(id) ?? 0} alone`)
  for (const { id } of rules) expect(alone.get(id) ?? 0, id).toBeGreaterThan(10)
})
