import { CONTACT_STRIDE } from '#sandbox/dataset/leads.ts'
import { type CustomField, customTypes, firstFieldOf } from '#sandbox/dataset/settings.ts'
import { UNPUBLISHED } from '#sandbox/dataset/variants.ts'
import { fill } from '#sandbox/texts/fill.ts'
import { leadNotes, tasks } from '#sandbox/texts/notes.ts'
import { DAY, formatDay, formatMoment } from '#sandbox/time.ts'
import { common, extend, slotsOf, type Subject, type Wire } from './common.ts'

export function renderCustomActivity(s: Subject): Wire {
  const { ids } = s.world
  const published = (s.variant & UNPUBLISHED) === 0
  return extend(
    common(s),
    {
      custom_activity_type_id: ids.encode('actitype', s.extra),
      status: published ? 'published' : 'draft',
      last_published_at: published ? formatMoment(s.created) : null,
      pinned: false,
      pinned_at: null,
      mentions: [],
      mentions_updated_at: null,
      source: 'ui',
    },
    valuesOf(s),
  )
}

/** Flat keys; empty ones are missing, and a few are there and null. */
function valuesOf(s: Subject): Wire {
  const values: Wire = {}
  const first = firstFieldOf(s.extra)
  customTypes[s.extra]?.fields.forEach((field, place) => {
    const key = `custom.${s.world.ids.encode('cf', first + place)}`
    if (field.required === true || s.random.chance(0.75)) values[key] = valueOf(s, field)
    else if (s.random.chance(0.1)) values[key] = null
  })
  return values
}

function valueOf(s: Subject, field: CustomField): unknown {
  const { random, world } = s
  const slots = slotsOf(s)
  if (field.choices !== undefined) {
    const { choices } = field
    return field.multiple === true ? choices.filter((_, i) => i === 0 || random.chance(0.35)) : random.pick(choices)
  }
  if (field.type === 'number') return random.chance(0.2) ? random.between(1, 900) / 2 : random.between(1, 400)
  if (field.type === 'date') return formatDay(s.created - random.below(3) * DAY)
  if (field.type === 'datetime') return formatMoment(Math.floor(s.created / DAY) * DAY)
  if (field.type === 'user') return world.ids.encode('user', Math.max(0, s.userNumber))
  if (field.type === 'contact') {
    const contact = world.ids.encode('cont', Math.max(0, s.leadNumber) * CONTACT_STRIDE)
    return field.multiple === true ? [contact] : contact
  }
  return fill(field.type === 'textarea' ? random.pick(leadNotes) : random.pick(tasks), random, slots)
}
