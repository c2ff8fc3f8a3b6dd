import { describe, expect, it } from 'vitest'
import { activityTypes, listPath } from '#core/close/activity-types.ts'
import { type Body, createTestClient, dataOf, text } from './test-client.ts'

const client = createTestClient({ size: 6000 })

const common =
  '_type id organization_id lead_id contact_id user_id user_name users created_by created_by_name updated_by updated_by_name date_created date_updated activity_at'
const sequence = 'sequence_id sequence_name sequence_subscription_id'
const phones = 'local_phone local_phone_formatted remote_phone remote_phone_formatted'
const statuses = 'old_status_id old_status_label new_status_id new_status_label'

/** What Close documents for each type, besides the common fields. */
const documented: Readonly<Record<string, string>> = {
  Call: `direction status disposition call_method source duration cost outcome_id phone ${phones} local_country_iso remote_country_iso note note_html recording_url voicemail_url voicemail_duration has_recording recording_expires_at date_answered dialer_id dialer_saved_search_id ${sequence} transferred_from transferred_from_user_id transferred_to transferred_to_user_id forwarded_to is_forwarded is_joinable is_to_group_number coach_legs comment_summary`,
  Email: `direction status subject sender to cc bcc envelope body_text body_html body_preview body_text_quoted body_html_quoted attachments opens opens_summary thread_id in_reply_to_id has_reply message_ids references email_account_id send_as_id need_smtp_credentials send_attempts template_id template_name date_sent date_scheduled bulk_email_action_id ${sequence} followup_sequence_id followup_sequence_delay followup_sequence_add_cc_bcc agent_config_id agent_action_reason`,
  EmailThread: 'latest_normalized_subject n_emails participants latest_emails summary importance comment_summary',
  Note: 'note note_html title pinned pinned_at attachments note_mentions source',
  SMS: `direction status text source cost ${phones} local_country_iso remote_country_iso date_sent date_scheduled error_message template_id ${sequence} agent_config_id agent_action_reason attachments`,
  WhatsAppMessage: `direction text message_markdown message_html external_whatsapp_message_id response_to_id integration_link integration_name ${phones} attachments source ${sequence}`,
  Meeting:
    'title status starts_at ends_at duration actual_duration attendees location note user_note user_note_html outcome_id outcome_reason source is_recurring calendar_event_link calendar_event_uids provider_calendar_event_id provider_calendar_type provider_calendar_ids conference_links connected_account_id integrations attached_call_ids notetaker_id summary conversation_type_id conversation_type_reason outcome_autofill_confidence outcome_autofill_reasoning playbook_id playbook_reason user_note_date_updated user_note_mentions',
  CustomActivity:
    'custom_activity_type_id status last_published_at pinned pinned_at mentions mentions_updated_at source',
  Created: 'source import_id',
  FormSubmission:
    'form_id form_configuration_id form_name values values_by_name ip_address origin source_url source_url_normalized',
  LeadStatusChange: statuses,
  OpportunityStatusChange: `${statuses} old_status_type new_status_type old_pipeline_id old_pipeline_name new_pipeline_id new_pipeline_name opportunity_id opportunity_value opportunity_value_formatted opportunity_value_currency opportunity_value_period opportunity_confidence opportunity_date_won`,
  LeadMerge:
    'source_lead_id destination_lead_id source_display_name destination_display_name merge_status error_message',
  TaskCompleted: `task_id task_text task_assigned_to task_assigned_to_name ${sequence}`,
  ImportUpdate: 'import_id reverted',
}

/** Fields with a closed list of values, by type. Null is allowed where Close allows it. */
const values: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  Call: {
    direction: ['inbound', 'outbound'],
    status: ['created', 'in-progress', 'completed', 'cancel', 'no-answer', 'busy', 'failed', 'timeout'],
    disposition: ['answered', 'no-answer', 'vm-answer', 'vm-left', 'busy', 'blocked', 'error', 'abandoned', null],
    call_method: ['regular', 'power', 'predictive', 'external'],
    source: ['Close.io', 'External'],
  },
  Email: {
    direction: ['incoming', 'outgoing', null],
    status: ['inbox', 'draft', 'scheduled', 'outbox', 'sent', 'error'],
  },
  SMS: { direction: ['inbound', 'outbound'], status: ['inbox', 'draft', 'scheduled', 'outbox', 'sent', 'error'] },
  WhatsAppMessage: { direction: ['incoming', 'outgoing'] },
  Meeting: {
    status: ['upcoming', 'in-progress', 'completed', 'canceled', 'declined-by-lead', 'declined-by-org', null],
    source: ['calendar', 'manual'],
    provider_calendar_type: ['google', 'microsoft', null],
    outcome_reason: ['autofilled', 'user-selected', 'voicemail-dropped', null],
  },
  CustomActivity: { status: ['draft', 'published'] },
  Created: {
    source: [
      'ui',
      'api',
      'import',
      'clipper',
      'email',
      'suggestion',
      'ai',
      'whatsapp',
      'webform',
      'segment-integration',
      'customerio-integration',
      'calendly-integration',
      null,
    ],
  },
  OpportunityStatusChange: {
    old_status_type: ['active', 'won', 'lost'],
    new_status_type: ['active', 'won', 'lost'],
    opportunity_value_period: ['one_time', 'monthly', 'annual'],
  },
  LeadMerge: { merge_status: ['pending', 'in_progress', 'completed', 'errored'] },
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{6})?\+00:00$/

function keysOf(type: string): string[] {
  return `${common} ${documented[type]}`.split(' ').filter((key) => type !== 'TaskCompleted' || key !== 'contact_id')
}

/** Everything wrong with an object of a type; empty for a good one. */
function faultsOf(row: Body, type: string): string[] {
  const missing = keysOf(type).filter((key) => row[key] === undefined)
  const strange = Object.entries(values[type] ?? {}).filter(([key, allowed]) => !allowed.includes(row[key]))
  const dates = ['date_created', 'date_updated', 'activity_at'].filter(
    (key) => row[key] !== null && !moment.test(text(row[key])),
  )
  const slots = /\{\w+\}|undefined|NaN/.test(JSON.stringify(row)) ? ['an unfilled text'] : []
  return [...missing, ...strange.map(([key]) => `${key}=${String(row[key])}`), ...dates, ...slots]
}

describe.each(activityTypes)('every $type', ({ type, resource }) => {
  it('is complete, and keeps to its words and formats', async () => {
    const rows = await client.all(listPath(resource))
    expect(rows.flatMap((row) => faultsOf(row, type))).toEqual([])
    expect(rows.every((row) => row['_type'] === type)).toBe(true)
  })

  it('is the same object singly, under its list and under all activities', async () => {
    const [row = {}] = dataOf((await client.get(listPath(resource), { _limit: '1', _skip: '1' })).body)
    const single = (await client.get(`${listPath(resource)}${text(row['id'])}/`)).body
    expect((await client.get(`/activity/${text(row['id'])}/`)).body).toEqual(single)
    if (type === 'EmailThread') {
      expect({ ...single, emails: null }).toEqual({ ...row, emails: null, latest_emails: undefined })
    } else expect(single).toEqual(row)
  })

  it('is not found under another list', async () => {
    const [row = {}] = dataOf((await client.get(listPath(resource), { _limit: '1' })).body)
    const other = type === 'Note' ? '/activity/call/' : '/activity/note/'
    expect((await client.get(`${other}${text(row['id'])}/`)).status).toBe(404)
  })
})

describe('threads', () => {
  it('carry previews in lists and stripped-down emails singly, newest first', async () => {
    const [thread = {}] = dataOf(
      (await client.get('/activity/emailthread/', { lead_id: client.sandbox.landmarks.largeLead.id, _limit: '1' }))
        .body,
    )
    const single = (await client.get(`/activity/emailthread/${text(thread['id'])}/`)).body
    const emails = dataOf({ data: single['emails'] })
    expect(dataOf({ data: thread['latest_emails'] })[0]).toMatchObject({
      id: emails[0]?.['id'],
      has_attachments: expect.any(Boolean),
      body_preview: expect.any(String),
    })
    expect(
      emails.every(
        (email) => !('body_text' in email) && !('body_html_quoted' in email) && email['thread_id'] === thread['id'],
      ),
    ).toBe(true)
    const dates = emails.map((e) => text(e['date_created']))
    expect(dates.every((date, i) => i === 0 || date <= (dates[i - 1] ?? ''))).toBe(true)
    expect(single['date_created']).toBe(emails[0]?.['date_created'])
    expect(single['n_emails']).toBe(emails.length)
  })

  it('carry whole emails in lists when switched so', async () => {
    const other = createTestClient({ size: 300, strictness: { threadsInLists: 'emails' } })
    const [thread = {}] = dataOf((await other.get('/activity/emailthread/', { _limit: '1' })).body)
    expect(thread).toHaveProperty('emails')
    expect(thread).not.toHaveProperty('latest_emails')
  })

  it('strip emails beside them, not elsewhere', async () => {
    const lead = client.sandbox.landmarks.largeLead.id
    const find = async (parameters: Readonly<Record<string, string>>) =>
      dataOf((await client.get('/activity/', { lead_id: lead, ...parameters })).body).find(
        (row) => row['_type'] === 'Email',
      )
    expect(await find({ thread_emails: 'true' })).not.toHaveProperty('body_text')
    expect(await find({ thread_emails: 'true' })).toHaveProperty('body_preview')
    expect(await find({})).toHaveProperty('body_text')
  })

  it('reach from one message to sixty, each reply below what it answers', async () => {
    const { longThread } = client.sandbox.landmarks
    const emails = (await client.all('/activity/email/', { lead_id: longThread.leadId })).filter(
      (e) => e['thread_id'] === longThread.id,
    )
    expect(emails).toHaveLength(60)
    const [newest = {}, previous = {}] = emails
    expect(newest['in_reply_to_id']).toBe(previous['id'])
    expect(newest['subject']).toBe(`Re: ${String(emails.at(-1)?.['subject'])}`)
    expect(String(newest['body_text'])).toContain('\n> ')
    const threads = await client.all('/activity/emailthread/', { _fields: 'n_emails' })
    expect(threads.some((thread) => thread['n_emails'] === 1)).toBe(true)
  })
})
