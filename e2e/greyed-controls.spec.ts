import type { Locator } from 'playwright/test'
import { type RuleId, rules } from '#core/query/rules.ts'
import { listenForAnnouncements } from './support/announcements.ts'
import { expectAccessible } from './support/axe.ts'
import { chooseLead } from './support/choose-lead.ts'
import { Explorer } from './support/explorer.ts'
import { expectReadable, formTexts, reachByTab, tryToChange } from './support/greyed.ts'
import { customTypeInUse, type LeadInUse, leadsInUse, type Named } from './support/organization.ts'
import { recordActivityRequests } from './support/requests.ts'
import { expect, test } from './support/test.ts'

interface Facts {
  readonly lead: LeadInUse
  readonly other: LeadInUse
  readonly customType: Named
}

interface Greyed {
  /** A link after which the rule greys the control. */
  readonly link: (facts: Facts) => string
  readonly control: (explorer: Explorer) => Locator
  /** The words on screen, where one sentence speaks for several controls. */
  readonly words?: RegExp
  readonly fix: string
  /** The address that the fix leads to. */
  readonly leadsTo: (facts: Facts) => string
  /** What the fix does to the control, unless it opens it. */
  readonly after?: 'gone'
}

const combobox = (name: string) => (explorer: Explorer) => explorer.combobox(name)
const oneLead = /work only within one lead\./

/** Every rule, and where a person meets it. */
const greyed: Record<RuleId, Greyed> = {
  'users-need-one-lead': {
    link: () => '',
    control: combobox('Users'),
    words: oneLead,
    fix: 'Choose a lead',
    leadsTo: ({ lead }) => `lead_id=${lead.id}`,
  },
  'contacts-need-one-lead': {
    link: () => '',
    control: combobox('Contacts'),
    words: oneLead,
    fix: 'Choose a lead',
    leadsTo: ({ lead }) => `lead_id=${lead.id}`,
  },
  'types-need-one-lead': {
    link: ({ lead, other }) => `lead_id=${lead.id},${other.id}`,
    control: combobox('Activity types'),
    words: oneLead,
    fix: 'Keep only the first lead',
    leadsTo: ({ lead }) => `lead_id=${lead.id}`,
  },
  'types-need-all-activities': {
    link: ({ lead }) => `resource=call&lead_id=${lead.id}`,
    control: combobox('Activity types'),
    fix: 'Use the All activities list',
    leadsTo: ({ lead }) => `lead_id=${lead.id}`,
  },
  'contacts-on-a-list-need-one-lead': {
    link: () => 'resource=note',
    control: combobox('Contacts'),
    fix: 'Choose a lead',
    leadsTo: ({ lead }) => `resource=note&lead_id=${lead.id}`,
  },
  'custom-types-need-one-lead': {
    link: () => 'resource=custom',
    control: combobox('Custom activity types'),
    words: oneLead,
    fix: 'Choose a lead',
    leadsTo: ({ lead }) => `resource=custom&lead_id=${lead.id}`,
  },
  'custom-types-need-their-list': {
    link: ({ lead, customType }) => `lead_id=${lead.id}&custom_activity_type_id__in=${customType.id}`,
    control: combobox('Custom activity types'),
    fix: 'Use the Custom activities list',
    leadsTo: ({ lead, customType }) =>
      `resource=custom&lead_id=${lead.id}&custom_activity_type_id__in=${customType.id}`,
  },
  'activity-time-needs-all-activities': {
    link: ({ lead }) => `resource=meeting&lead_id=${lead.id}`,
    control: combobox('Sort by'),
    fix: 'Use the All activities list',
    leadsTo: ({ lead }) => `lead_id=${lead.id}`,
  },
  'activity-time-needs-one-lead': {
    link: () => '',
    control: combobox('Sort by'),
    words: oneLead,
    fix: 'Choose a lead',
    leadsTo: ({ lead }) => `lead_id=${lead.id}`,
  },
  'created-dates-need-created-sort': {
    link: ({ lead }) => `lead_id=${lead.id}&_order_by=-activity_at&date_created__gte=2026-01-01`,
    control: ({ filters }) => filters.getByRole('textbox', { name: 'Date created from' }),
    fix: 'Move the dates to activity time',
    leadsTo: ({ lead }) => `lead_id=${lead.id}&_order_by=-activity_at&activity_at__gte=2026-01-01`,
    after: 'gone',
  },
  'activity-dates-need-activity-sort': {
    link: ({ lead }) => `lead_id=${lead.id}&activity_at__gte=2026-01-01`,
    control: ({ filters }) => filters.getByRole('textbox', { name: 'Activity time from' }),
    fix: 'Sort by activity time',
    leadsTo: ({ lead }) => `lead_id=${lead.id}&_order_by=-activity_at&activity_at__gte=2026-01-01`,
    after: 'gone',
  },
  'email-threads-need-all-activities': {
    link: () => 'resource=call',
    control: ({ filters }) => filters.getByRole('radio', { name: 'Messages', exact: true }),
    fix: 'Use the All activities list',
    leadsTo: () => '',
  },
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('every rule is met as a greyed control', () => {
  expect(Object.keys(greyed).toSorted()).toEqual(rules.map(({ id }) => id).toSorted())
})

for (const [place, { id, reason }] of rules.entries()) {
  test(`${id}: the greyed control says why, stays as it is, and is opened by its fix`, async ({ page, sandbox }) => {
    const explorer = new Explorer(page)
    const [lead, other] = await leadsInUse(sandbox, 2)
    const facts = { lead, other, customType: await customTypeInUse(sandbox) }
    const { link, control: find, words, fix, leadsTo, after } = greyed[id]
    await explorer.open(link(facts))
    const control = find(explorer)

    await explorer.combobox('List').click()
    await expect(page.getByRole('listbox')).toBeVisible()
    await page.keyboard.press('Escape')
    await reachByTab(page, control)
    await expect(control).toHaveAttribute('aria-disabled', 'true')
    await expect(control).toHaveAccessibleDescription(new RegExp(reason.replaceAll('.', '\\.')))
    await expectReadable(explorer.filters.getByText(words ?? reason).first())

    const before = { address: address(explorer), form: await formTexts(explorer.filters) }
    await tryToChange(page, control)
    expect({ address: address(explorer), form: await formTexts(explorer.filters) }).toEqual(before)

    await explorer.filters.getByRole('button', { name: fix, exact: true }).first().click()
    if (fix === 'Choose a lead') await chooseLead(explorer, lead)
    await expect.poll(() => address(explorer)).toBe(leadsTo(facts))
    if (after === 'gone') await expect(control).toHaveCount(0)
    else await expectOpen(explorer, control)
    if (place === 0) await expectAccessible(page)
  })
}

test('choosing a lead says once what has become available', async ({ page, sandbox }) => {
  const explorer = new Explorer(page)
  const [lead] = await leadsInUse(sandbox, 1)
  await explorer.open()
  await explorer.settled()
  const { said } = await listenForAnnouncements(page)
  await explorer.filters.getByRole('button', { name: 'Choose a lead', exact: true }).first().click()
  await chooseLead(explorer, lead)
  await expect(explorer.combobox('Users')).not.toHaveAttribute('aria-disabled')
  await explorer.settled()
  await expect
    .poll(async () => (await said()).filter((text) => text.includes('available')))
    .toEqual([`Users, contacts, activity types and activity time are now available for ${lead.name}.`])
  await expectAccessible(page)
})

test('filters that lose their lead stay in sight, are not asked for, and come back with the lead', async ({
  page,
  sandbox,
}) => {
  const explorer = new Explorer(page)
  const [lead] = await leadsInUse(sandbox, 1)
  const [contact] = lead.contacts
  const whole = `lead_id=${lead.id}&user_id__in=${lead.user.id}&contact_id__in=${contact.id}&_type__in=Call,Note&_order_by=-activity_at`
  await explorer.open(whole)
  await explorer.settled()
  const requests = recordActivityRequests(page)

  await explorer.filters.getByRole('button', { name: `Remove ${lead.name}` }).click()
  await expect.poll(() => address(explorer)).toBe('')
  await expectParked(explorer, lead, contact)
  await explorer.settled()
  expect(requests.length).toBeGreaterThan(0)
  for (const { path, parameters } of requests) {
    expect(path).toBe('/activity/')
    const names = [...parameters.keys()]
    for (const name of ['user_id', 'user_id__in', 'contact_id', 'contact_id__in', '_type', '_type__in', '_order_by'])
      expect(names).not.toContain(name)
  }
  await expectAccessible(page)

  await page.reload()
  await explorer.settled()
  expect(address(explorer)).toBe('')
  await expectParked(explorer, lead, contact)

  await explorer.combobox('Leads').focus()
  await chooseLead(explorer, lead)
  await expect.poll(() => address(explorer)).toBe(whole)
  await expect(explorer.filters.locator('s')).toHaveCount(0)
  await explorer.settled()
  expect(requests.at(-1)?.parameters.get('_order_by')).toBe('-activity_at')
  expect(requests.at(-1)?.parameters.get('user_id__in') ?? requests.at(-1)?.parameters.get('user_id')).toBe(
    lead.user.id,
  )
  await expectAccessible(page)
})

test('contacts of one lead do not come back with another', async ({ page, sandbox }) => {
  const explorer = new Explorer(page)
  const [lead, other] = await leadsInUse(sandbox, 2)
  const [contact] = lead.contacts
  await explorer.open(`lead_id=${lead.id}&user_id__in=${lead.user.id}&contact_id__in=${contact.id}`)
  await explorer.settled()
  await explorer.filters.getByRole('button', { name: `Remove ${lead.name}` }).click()
  await expect(explorer.filters.locator('s', { hasText: contact.name })).toBeVisible()
  await explorer.combobox('Leads').focus()
  await chooseLead(explorer, other)
  await expect.poll(() => address(explorer)).toBe(`lead_id=${other.id}&user_id__in=${lead.user.id}`)
  await expect(explorer.filters.locator('s')).toHaveCount(0)
  await expectAccessible(page)
})

function address({ page }: Explorer): string {
  return decodeURIComponent(new URL(page.url()).search.slice(1))
}

async function expectParked({ filters }: Explorer, lead: LeadInUse, contact: Named): Promise<void> {
  for (const text of [lead.user.name, contact.name, 'Call', 'Note', 'Activity time'])
    await expectReadable(filters.locator('s', { hasText: new RegExp(`^${text}$`) }))
}

/** It offers a choice, and the choice counts. */
async function expectOpen(explorer: Explorer, control: Locator): Promise<void> {
  const { page, filters } = explorer
  await expect(control).not.toHaveAttribute('aria-disabled')
  if ((await control.getAttribute('type')) === 'radio') {
    await filters.getByRole('radio', { name: 'Threads only' }).click()
    await expect.poll(() => address(explorer)).toBe('thread_emails=only')
    return
  }
  await control.click()
  await expect(page.getByRole('option').first()).toBeVisible()
  await expect(page.getByRole('option').last()).not.toHaveAttribute('aria-disabled')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option')).toHaveCount(0)
}
