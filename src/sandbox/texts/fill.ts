import type { Random } from '#sandbox/random.ts'

/** What the slots of a text stand for. */
export interface Slots {
  readonly company: string
  readonly contact: string
  readonly colleague: string
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const
const times = ['9:30', '10:00', '11:15', '13:30', '14:00', '15:30', '16:45'] as const
const months = ['January', 'March', 'April', 'June', 'September', 'October', 'November'] as const
const places = [
  'the north gate',
  'berth 4',
  'the second depot',
  'the night shift',
  'the Rotterdam lane',
  'the weighbridge',
  'the cold store',
  'the customer portal',
] as const

/** Fills `{company}`, `{day}`, `{n}` and the like, each slot drawn anew. */
export function fill(text: string, random: Random, slots: Slots): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, slot: string) => {
    if (slot === 'company') return slots.company
    if (slot === 'contact') return slots.contact
    if (slot === 'colleague') return slots.colleague
    if (slot === 'day') return random.pick(weekdays)
    if (slot === 'time') return random.pick(times)
    if (slot === 'month') return random.pick(months)
    if (slot === 'place') return random.pick(places)
    if (slot === 'n') return String(random.between(2, 48))
    if (slot === 'money') return (random.between(18, 640) * 100).toLocaleString('en-GB')
    return whole
  })
}
