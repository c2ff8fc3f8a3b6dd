import { emailOf, fullName } from '#sandbox/dataset/organization.ts'
import { mix } from '#sandbox/random.ts'
import { formatMoment, MINUTE, SECOND } from '#sandbox/time.ts'
import type { Subject, Wire } from './common.ts'
import { placeOf } from './email-text.ts'

interface Address {
  readonly email: string
  readonly name: string
}

export function ourAddress(s: Subject): Address {
  return s.user === undefined
    ? { email: 'hello@harbourline.example', name: 'Harbourline' }
    : { email: emailOf(s.user), name: fullName(s.user) }
}

export function theirAddress(s: Subject): Address {
  return s.contact === undefined
    ? { email: 'unknown@mail.example', name: '' }
    : { email: s.contact.email, name: `${s.contact.first} ${s.contact.last}` }
}

export function messageIdOf(seed: number, row: number): string {
  return `<${mix(seed, row).toString(36)}.${row.toString(36)}@mail.harbourline.example>`
}

export function isLast(s: Subject): boolean {
  if (s.extra < 0) return true
  return placeOf(s) === (s.world.store.columns.extra[s.extra] ?? 1) - 1
}

export function attachmentsOf(s: Subject): Wire[] {
  if (!s.random.chance(0.09)) return []
  const filename = s.random.pick([
    'Quote.pdf',
    'Contract v3.docx',
    'vehicles.xlsx',
    'Security overview.pdf',
    'Invoice.pdf',
    'floor plan.png',
  ])
  const url = `https://api.close.com/email/attachment/${s.world.ids.encode('media', s.row)}/`
  return [
    {
      url,
      filename,
      size: s.random.between(9_000, 2_400_000),
      content_type: contentTypeOf(filename),
      thumbnail_url: null,
      content_id: null,
      inline_only: false,
    },
  ]
}

function contentTypeOf(filename: string): string {
  if (filename.endsWith('.pdf')) return 'application/pdf'
  if (filename.endsWith('.png')) return 'image/png'
  return filename.endsWith('.xlsx')
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
}

export function opensOf(s: Subject, tracked: boolean): Wire {
  const count = tracked && s.random.chance(0.4) ? s.random.between(1, 4) : 0
  const opens = Array.from({ length: count }, (_, i) => ({
    opened_at: formatMoment(s.activityAt + (i + 1) * 47 * MINUTE + s.random.below(3000) * SECOND),
    opened_by: theirAddress(s).email,
    ip_address: `198.51.100.${s.random.below(256)}`,
    user_agent: 'Mozilla/5.0 (compatible; MailProxy)',
  }))
  return { opens, opens_summary: count === 0 ? null : `Opened ${count === 1 ? 'once' : `${count} times`}` }
}

export function failureOf(s: Subject): Wire {
  return {
    date: formatMoment(s.created),
    error_class: 'SMTPRecipientsRefused',
    error_message: '550 5.1.1 No such user',
  }
}
