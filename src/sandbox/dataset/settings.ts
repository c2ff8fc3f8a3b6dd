/** What an administrator of the organization has set up: statuses, pipelines, outcomes, forms, custom activity types. */

/** Lead statuses. The third was called "Qualified" until it was renamed: old status changes carry the present name. */
export const leadStatuses = [
  'Potential',
  'Contacted',
  'Evaluating',
  'Customer',
  'Paused',
  'Bad fit',
  'Cancelled',
] as const

/** The number of the renamed status, and what it was called before. */
export const renamedStatus = { index: 2, formerly: 'Qualified' } as const

type OpportunityStatusType = 'active' | 'won' | 'lost'

interface OpportunityStatus {
  readonly label: string
  readonly type: OpportunityStatusType
  readonly confidence: number
}

/** Pipelines and their statuses. A status is known by its place in the flattened list. */
export const pipelines: readonly { readonly name: string; readonly statuses: readonly OpportunityStatus[] }[] = [
  {
    name: 'New business',
    statuses: [
      { label: 'Discovery', type: 'active', confidence: 15 },
      { label: 'Demo held', type: 'active', confidence: 35 },
      { label: 'Proposal sent', type: 'active', confidence: 60 },
      { label: 'Contract sent', type: 'active', confidence: 85 },
      { label: 'Won', type: 'won', confidence: 100 },
      { label: 'Lost', type: 'lost', confidence: 0 },
    ],
  },
  {
    name: 'Renewals',
    statuses: [
      { label: 'Upcoming', type: 'active', confidence: 70 },
      { label: 'In talks', type: 'active', confidence: 80 },
      { label: 'Renewed', type: 'won', confidence: 100 },
      { label: 'Churned', type: 'lost', confidence: 0 },
    ],
  },
]

export const opportunityStatuses = pipelines.flatMap((p, pipeline) => p.statuses.map((s) => ({ ...s, pipeline })))

export const outcomes = [
  { name: 'Connected, interested', type: 'custom', applies_to: ['calls', 'meetings'] },
  { name: 'Not now', type: 'custom', applies_to: ['calls', 'meetings'] },
  { name: 'Meeting booked', type: 'custom', applies_to: ['calls'] },
  { name: 'Gatekeeper', type: 'custom', applies_to: ['calls'] },
  { name: 'Wrong number', type: 'custom', applies_to: ['calls'] },
  { name: 'Voicemail dropped', type: 'vm-dropped', applies_to: ['calls'] },
  { name: 'Moved forward', type: 'custom', applies_to: ['meetings'] },
  { name: 'No show', type: 'custom', applies_to: ['meetings'] },
] as const

type FieldType = 'text' | 'textarea' | 'number' | 'date' | 'datetime' | 'choices' | 'user' | 'contact'

export interface CustomField {
  readonly name: string
  readonly type: FieldType
  readonly required?: true
  readonly multiple?: true
  readonly choices?: readonly [string, ...string[]]
  readonly description?: string
}

export interface CustomType {
  readonly name: string
  readonly description: string
  readonly archived: boolean
  readonly fields: readonly CustomField[]
}

/** Custom activity types. A field is known by its place in the flattened list. */
export const customTypes: readonly CustomType[] = [
  {
    name: 'Site visit',
    description: 'A visit to the yard, terminal or office',
    archived: false,
    fields: [
      {
        name: 'Purpose',
        type: 'choices',
        required: true,
        choices: ['Discovery', 'Demo on site', 'Onboarding', 'Health check', 'Escalation'],
      },
      { name: 'Visit date', type: 'date', required: true },
      { name: 'Berths or bays seen', type: 'number' },
      { name: 'Met with', type: 'contact', multiple: true },
      { name: 'Host', type: 'user' },
      {
        name: 'Topics',
        type: 'choices',
        multiple: true,
        choices: ['Planning board', 'Driver app', 'Invoicing', 'Integrations', 'Security', 'Pricing'],
      },
      { name: 'Next step', type: 'text', description: 'One sentence, with a date' },
    ],
  },
  {
    name: 'Churn review',
    description: 'Why an account is at risk or gone',
    archived: false,
    fields: [
      {
        name: 'Main reason',
        type: 'choices',
        required: true,
        choices: ['Price', 'Missing feature', 'Low usage', 'Reorganization', 'Competitor', 'Went out of business'],
      },
      {
        name: 'Competitors',
        type: 'choices',
        multiple: true,
        choices: ['Portwise', 'DockHand', 'Spreadsheet', 'Own build', 'QuayPlan'],
      },
      { name: 'Annual value at risk', type: 'number' },
      { name: 'Reviewed by', type: 'user' },
      { name: 'What we learned', type: 'textarea' },
      { name: 'Review held at', type: 'datetime' },
    ],
  },
  {
    name: 'Trade fair scan',
    description: 'A badge scanned at our stand',
    archived: true,
    fields: [
      { name: 'Fair', type: 'text', required: true },
      { name: 'Interest', type: 'choices', choices: ['Hot', 'Warm', 'Cold'] },
      { name: 'Spoke to', type: 'contact' },
    ],
  },
]

export const customFields = customTypes.flatMap((t, type) => t.fields.map((f) => ({ ...f, customType: type })))

/** The number of a type's first field in `customFields`. */
export function firstFieldOf(customType: number): number {
  return customFields.findIndex((f) => f.customType === customType)
}

export const forms = [
  { name: 'Book a demo', page: 'demo', fields: ['Your name', 'Work email', 'Fleet size', 'Send me news'] },
  {
    name: 'Pricing request',
    page: 'pricing',
    fields: ['Your name', 'Work email', 'Company', 'What do you plan today?'],
  },
  { name: 'Berth planning guide', page: 'guide', fields: ['Your name', 'Work email', 'I agree to be contacted'] },
] as const

export const sequences = ['Hauliers, first contact', 'Ports EMEA, spring', 'Trial day 3 / 7 / 12', 'Win back'] as const
