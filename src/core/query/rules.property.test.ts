import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resources } from '#core/close/activity-types.ts'
import type { ActivityQuery } from './activity-query.ts'
import { changeLeads, changeResource, changeSort } from './changes.ts'
import { plan } from './plan.ts'
import { availability, rules, violationsOf, type Control } from './rules.ts'
import { parseSearch, serializeSearch } from './search-params.ts'
import { arbitraryMoment, arbitraryQuery } from './testing/arbitrary-query.ts'
import { check } from './testing/property.ts'

const controls: readonly Control[] = [...new Set(rules.map((rule) => rule.control))]

const leadId = 'lead_chosen'

test('every fix offered yields a query that is ready or breaks strictly fewer rules, and that a link can say', () => {
  const offered = new Map<string, number>()
  check(
    fc.property(arbitraryQuery, (query) => {
      const violations = violationsOf(query)
      for (const fix of violations.flatMap(({ fixes }) => fixes)) {
        const after = fix.apply(query, fix.needs === 'lead' ? leadId : undefined)
        expect(violationsOf(after).length, fix.id).toBeLessThan(violations.length)
        expect(parseSearch(serializeSearch(after)).query, fix.id).toEqual(after)
        offered.set(fix.id, (offered.get(fix.id) ?? 0) + 1)
      }
    }),
  )
  expect([...offered.keys()]).not.toContain('start-over')
  expect(offered.size).toBeGreaterThan(20)
})

test('taking the first fix again and again ends in a query that is ready', () => {
  check(
    fc.property(arbitraryQuery, arbitraryMoment, (query, moment) => {
      let now = query
      // Each step mends at least one rule, so there cannot be more steps than rules.
      for (const _ of rules) now = violationsOf(now)[0]?.fixes[0].apply(now, leadId) ?? now
      expect(plan(now, moment).status).toBe('ready')
    }),
  )
})

test('what opens a greyed control breaks no further rule', () => {
  check(
    fc.property(arbitraryQuery, (query) => {
      for (const control of controls) {
        const answer = availability(query, control)
        for (const fix of answer.available ? [] : answer.fixes) {
          const after = fix.apply(query, fix.needs === 'lead' ? leadId : undefined)
          expect(violationsOf(after).length, fix.id).toBeLessThanOrEqual(violationsOf(query).length)
          expect(fix.id).not.toBe('start-over')
        }
      }
    }),
  )
})

test('a control that holds something is greyed exactly when one of its rules is broken', () => {
  const holds: { readonly [C in Control]: (query: ActivityQuery) => boolean } = {
    users: (query) => query.userIds.length > 0,
    contacts: (query) => query.contactIds.length > 0,
    types: (query) => query.types.length > 0,
    customActivityTypes: (query) => query.customActivityTypeIds.length > 0,
    activityTime: (query) => query.sort === 'activity_at',
    emailThreads: (query) => query.emailThreads !== 'messages',
    dateCreatedBounds: (query) => Object.keys(query.bounds.date_created).length > 0,
    activityAtBounds: (query) => Object.keys(query.bounds.activity_at).length > 0,
  }
  check(
    fc.property(arbitraryQuery, (query) => {
      const broken = new Set(rules.filter((rule) => rule.test(query)).map((rule) => rule.control))
      for (const control of controls.filter((name) => holds[name](query))) {
        expect(availability(query, control).available, control).toBe(!broken.has(control))
      }
    }),
  )
})

test('changing the sort takes the dates along, and back again', () => {
  check(
    fc.property(arbitraryQuery, (query) => {
      const other = query.sort === 'date_created' ? 'activity_at' : 'date_created'
      const changed = changeSort(query, other)
      expect(changed.sort).toBe(other)
      expect(changed.range).toBe(query.range)
      expect(datesOf(changed)).toEqual(datesOf(query))
      if (Object.keys(query.bounds[other]).length > 0) return
      expect(changed.bounds[other]).toEqual(query.bounds[query.sort])
      expect(changeSort(changed, query.sort)).toEqual(query)
    }),
  )
})

function datesOf({ bounds }: ActivityQuery): string[] {
  return Object.values(bounds)
    .map((dates) => JSON.stringify(dates))
    .toSorted()
}

test('another list keeps leads, users, contacts, ids and dates, and never breaks more rules of types, sort or threads', () => {
  check(
    fc.property(arbitraryQuery, fc.constantFrom(...resources), (query, resource) => {
      const changed = changeResource(query, resource)
      expect(changed).toMatchObject({
        resource,
        leadIds: query.leadIds,
        userIds: query.userIds,
        contactIds: query.contactIds,
        ids: query.ids,
      })
      expect(datesOf(changed)).toEqual(datesOf(query))
      if (resource === '' || resource === query.resource) return
      const broken = violationsOf(changed).map(({ rule }) => rule)
      expect(broken).not.toContain('types-need-all-activities')
      expect(broken).not.toContain('email-threads-need-all-activities')
      expect(broken).not.toContain('activity-time-needs-all-activities')
      expect(broken).not.toContain('custom-types-need-their-list')
    }),
  )
})

test('contacts go with their lead, and stay as long as it does', () => {
  const leads = fc.subarray(['lead_a', 'lead_b', 'lead_c'])
  check(
    fc.property(arbitraryQuery, leads, leads, (query, before, after) => {
      const changed = changeLeads({ ...query, leadIds: before }, after)
      const replaced = before.length > 0 && after.length > 0 && !after.some((id) => before.includes(id))
      expect(changed.contactIds).toEqual(replaced ? [] : query.contactIds)
      expect(changed.userIds).toEqual(query.userIds)
    }),
  )
})
