import { type RuleId, rules } from '#core/query/rules.ts'
import { expectAccessible } from './support/axe.ts'
import { chooseLead } from './support/choose-lead.ts'
import { Explorer } from './support/explorer.ts'
import { expectExportGreyed, exportButton } from './support/export.ts'
import { customTypeInUse, type LeadInUse, leadsInUse, type Named } from './support/organization.ts'
import { recordActivityRequests } from './support/requests.ts'
import { expect, test } from './support/test.ts'

interface Facts {
  readonly lead: LeadInUse
  readonly other: LeadInUse
  readonly customType: Named
}

/** For every rule a link that breaks it and no other. */
const links: Record<RuleId, (facts: Facts) => string> = {
  'users-need-one-lead': ({ lead, other }) => `lead_id=${lead.id},${other.id}&user_id__in=${lead.user.id}`,
  'contacts-need-one-lead': ({ lead }) => `contact_id__in=${lead.contacts[0].id}`,
  'types-need-one-lead': () => '_type__in=Call,Note',
  'types-need-all-activities': ({ lead }) => `resource=call&lead_id=${lead.id}&_type__in=Note`,
  'contacts-on-a-list-need-one-lead': ({ lead }) => `resource=note&contact_id__in=${lead.contacts[0].id}`,
  'custom-types-need-one-lead': ({ customType }) => `resource=custom&custom_activity_type_id__in=${customType.id}`,
  'custom-types-need-their-list': ({ lead, customType }) =>
    `lead_id=${lead.id}&custom_activity_type_id__in=${customType.id}`,
  'activity-time-needs-all-activities': ({ lead }) => `resource=call&lead_id=${lead.id}&_order_by=-activity_at`,
  'activity-time-needs-one-lead': () => '_order_by=-activity_at',
  'created-dates-need-created-sort': ({ lead }) =>
    `lead_id=${lead.id}&_order_by=-activity_at&date_created__gte=2026-01-01`,
  'activity-dates-need-activity-sort': () => 'activity_at__gte=2026-01-01',
  'email-threads-need-all-activities': () => 'resource=email&thread_emails=only',
}

const nothingToExport = 'This query cannot run, so there is nothing to export.'

test('every rule can be broken by a link', () => {
  expect(Object.keys(links).toSorted()).toEqual(rules.map(({ id }) => id).toSorted())
})

for (const [place, { id, reason }] of rules.entries()) {
  test(`a link that breaks ${id} says so, asks nothing, and each way out is one`, async ({ page, sandbox }) => {
    const explorer = new Explorer(page)
    const [lead, other] = await leadsInUse(sandbox, 2)
    const link = links[id]({ lead, other, customType: await customTypeInUse(sandbox) })
    const requests = recordActivityRequests(page)

    await explorer.open(link)
    await expect(explorer.blocked.getByRole('listitem')).toHaveCount(1)
    await expect(explorer.blocked.getByRole('listitem')).toContainText(reason)
    await expect(explorer.status).toHaveText(/Nothing asked/)
    await expectExportGreyed(page, nothingToExport)
    if (place === 0) await expectAccessible(page)
    const fixes = await explorer.blocked.getByRole('button').allTextContents()
    expect(fixes.length).toBeGreaterThan(0)
    expect(new Set(fixes).size).toBe(fixes.length)

    for (const fix of fixes) {
      expect(requests).toEqual([])
      await test.step(fix, async () => {
        await explorer.blocked.getByRole('button', { name: fix, exact: true }).click()
        if (fix.startsWith('Choose a lead')) await chooseLead(explorer, lead)
        await expect(explorer.blocked).toHaveCount(0)
        await explorer.settled()
        expect(requests.length).toBeGreaterThan(0)
        await expect(exportButton(page)).not.toHaveAttribute('aria-disabled')
      })
      // A page of its own for every way out: what the last one brought is not asked for again.
      requests.splice(0)
      await explorer.open(link)
      await expect(explorer.blocked.getByRole('listitem')).toHaveCount(1)
    }
  })
}

test('a link that breaks several rules lists each, and a way out of one leaves the others', async ({
  page,
  sandbox,
}) => {
  const explorer = new Explorer(page)
  const [lead] = await leadsInUse(sandbox, 1)
  const requests = recordActivityRequests(page)
  await explorer.open(`user_id__in=${lead.user.id}&_type__in=Call&_order_by=-activity_at&date_created__gte=2026-01-01`)
  await expect(explorer.blocked.getByRole('listitem')).toHaveCount(4)

  await explorer.blocked.getByRole('button', { name: 'Remove the filter on users' }).click()
  await expect(explorer.blocked.getByRole('listitem')).toHaveCount(3)
  await explorer.blocked.getByRole('button', { name: 'Move the dates to activity time' }).click()
  await expect(explorer.blocked.getByRole('listitem')).toHaveCount(2)
  expect(requests).toEqual([])
  await expectExportGreyed(page, nothingToExport)
  await expectAccessible(page)

  await explorer.blocked.getByRole('button', { name: 'Choose a lead' }).first().click()
  await chooseLead(explorer, lead)
  await expect(explorer.blocked).toHaveCount(0)
  await explorer.settled()
  await page.goBack()
  await expect(explorer.blocked.getByRole('listitem')).toHaveCount(2)
  await expectAccessible(page)
})
