import { forms } from '#sandbox/dataset/settings.ts'
import { formatMoment } from '#sandbox/time.ts'
import { common, extend, type Subject, type Wire } from './common.ts'

const FIELDS_PER_FORM = 8

export function renderFormSubmission(s: Subject): Wire {
  const { ids } = s.world
  const number = s.extra % forms.length
  const form = forms[number]
  const values: Wire = {}
  const byName: Wire = {}
  form?.fields.forEach((name, place) => {
    const value = answerTo(name, s)
    values[ids.encode('formfld', number * FIELDS_PER_FORM + place)] = value
    byName[name] = value
  })
  const url = `https://harbourline.example/${form?.page ?? ''}`
  return extend(common(s, -1), {
    date_updated: formatMoment(s.created),
    form_id: ids.encode('form', number),
    form_configuration_id: ids.encode('formconf', number),
    form_name: form?.name ?? null,
    values,
    values_by_name: byName,
    ip_address: `203.0.113.${s.row % 256}`,
    origin: 'https://harbourline.example',
    source_url: `${url}?utm_source=newsletter`,
    source_url_normalized: url.replace('https://', ''),
  })
}

function answerTo(name: string, s: Subject): string | boolean | null {
  if (name === 'Your name') return s.contact === undefined ? null : `${s.contact.first} ${s.contact.last}`
  if (name === 'Work email') return s.contact?.email ?? null
  if (name === 'Company') return s.lead?.name ?? null
  if (name === 'Fleet size') return String(s.random.between(3, 400))
  if (name.startsWith('What')) return s.random.chance(0.3) ? null : 'Berths, trucks and the people who drive them'
  return s.random.chance(0.7)
}
