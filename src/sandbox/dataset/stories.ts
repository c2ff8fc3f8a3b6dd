import { CALL, CUSTOM, EMAIL, FORM, MEETING, NOTE, SMS, TASK, WHATSAPP } from '#sandbox/store/kinds.ts'
import { HOUR, MINUTE } from '#sandbox/time.ts'
import { moment, type Scene, type Story, wholeSecond } from './scene.ts'
import { threadLength, writeThread } from './threads.ts'
import { DRAFT, EXTERNAL, INCOMING, UNPUBLISHED } from './variants.ts'

const call: Story = ({ writer, random, number, to, ...scene }) => {
  const { at, user, contact, zone } = moment({ writer, random, number, to, ...scene })
  const inbound = random.chance(0.16)
  const external = !inbound && random.chance(0.03)
  const planned = inbound ? at : Math.min(writer.calendar.callMoment(random, at, user, zone), to - 1)
  writer.add(CALL, planned, {
    lead: number,
    contact,
    user,
    variant: (inbound ? INCOMING : 0) | (external ? EXTERNAL : 0),
    activityAt: external ? wholeSecond(planned - random.between(20, 2000) * MINUTE) : planned,
  })
  return 1
}

const note: Story = (scene) => single(scene, NOTE)

const task: Story = (scene) => single(scene, TASK)

const form: Story = (scene) => {
  const { at, contact } = moment(scene)
  scene.writer.add(FORM, at, { lead: scene.number, contact, extra: scene.random.below(3) })
  return 1
}

const custom: Story = ({ random, ...scene }) => {
  const { at, user, contact } = moment({ random, ...scene })
  const type = random.unit()
  const extra = type < 0.62 ? 0 : type < 0.93 ? 1 : 2
  scene.writer.add(CUSTOM, at, {
    lead: scene.number,
    contact,
    user,
    extra,
    variant: random.chance(0.07) ? UNPUBLISHED : 0,
    activityAt: random.chance(0.3) ? wholeSecond(at - random.between(1, 60) * HOUR) : at,
  })
  return 1
}

/** Meetings begin at full and half hours; both of their dates are their beginning. */
const meeting: Story = (scene) => {
  const { at, user, contact } = moment(scene)
  const half = Math.floor(at / (30 * MINUTE)) * 30 * MINUTE
  scene.writer.add(MEETING, half, { lead: scene.number, contact, user, extra: 0 })
  return 1
}

const texts =
  (kind: number, longest: number): Story =>
  (scene, room) => {
    const { writer, random, number, to } = scene
    const { at, user, contact } = moment(scene)
    const count = Math.min(room, random.between(1, longest))
    let now = at
    let written = 0
    let incoming = random.chance(0.25)
    while (written < count && now < Math.min(to, writer.leavingOf(user))) {
      writer.add(kind, now, { lead: number, contact, user, variant: incoming ? INCOMING : 0 })
      written++
      incoming = random.chance(0.85) ? !incoming : incoming
      now += random.between(1, 40) * MINUTE + random.below(60_000_000)
    }
    return written
  }

const thread: Story = (scene, room) =>
  room < 3 ? draft(scene, room) : writeThread(scene, Math.min(threadLength(scene.random), room - 1))

/** A draft has no thread yet; half of them have no activity time either. */
const draft: Story = (scene) => {
  const { at, user, contact } = moment(scene)
  const activityAt = scene.random.chance(0.5) ? NaN : at
  scene.writer.add(EMAIL, at, { lead: scene.number, contact, user, extra: -1, activityAt, variant: DRAFT })
  return 1
}

function single(scene: Scene, kind: number): number {
  const { at, user, contact } = moment(scene)
  const named = kind !== TASK && scene.random.chance(0.6)
  scene.writer.add(kind, at, { lead: scene.number, contact: named ? contact : -1, user })
  return 1
}

const mixture: readonly (readonly [Story, number])[] = [
  [call, 100],
  [thread, 24],
  [note, 25],
  [texts(SMS, 4), 7],
  [texts(WHATSAPP, 4), 2.4],
  [meeting, 11],
  [custom, 9],
  [task, 11],
  [draft, 1.2],
  [form, 1],
]

/** Writes exactly `room` rows of daily work with one lead. Each lead has its own way: more on the telephone, or more in writing. */
export function writeDailyWork(scene: Scene, room: number): void {
  const written = 0.6 + scene.random.unit() * 0.9
  const spoken = 2.1 - written
  const weights = mixture.map(([story, weight]) => weight * (story === call ? spoken : story === thread ? written : 1))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let left = room
  while (left > 0) {
    let at = scene.random.unit() * total
    const index = Math.max(
      0,
      weights.findIndex((weight) => (at -= weight) < 0),
    )
    left -= (mixture[index]?.[0] ?? call)(scene, left)
  }
}
