import type { Random } from '#sandbox/random.ts'
import { EMAIL, THREAD } from '#sandbox/store/kinds.ts'
import { MINUTE, SECOND } from '#sandbox/time.ts'
import { type Moment, moment, type Scene, wholeSecond } from './scene.ts'
import { FAILED, INCOMING } from './variants.ts'
import type { Writer } from './writer.ts'

/** An email conversation: the thread's row, then its messages, which follow it in the columns. */
export function writeThread(scene: Scene, messages: number): number {
  const { writer, random, number, to } = scene
  const { at, user, contact, zone } = moment(scene)
  const thread = writer.add(THREAD, at, { lead: number, contact, user })
  const until = Math.min(to, writer.leavingOf(user)) - 2 * MINUTE
  let now = Math.min(at, until - 3 * MINUTE)
  let incoming = random.chance(0.22)
  let count = 0
  while (count < messages && now < until) {
    writeMessage(scene, { at: now, user, contact, zone }, thread, incoming, messages === 1)
    count++
    incoming = random.chance(0.82) ? !incoming : incoming
    now = writer.calendar.reply(random, now, zone)
  }
  closeThread(writer, thread, count)
  return 1 + count
}

function writeMessage(
  { writer, random, number }: Scene,
  { at, user, contact }: Moment,
  thread: number,
  incoming: boolean,
  alone: boolean,
): void {
  const sent = wholeSecond(at)
  const failed = !incoming && alone && random.chance(0.012)
  // A message sent here is created when written, a little before it leaves; one received is created when it is synced.
  const created = incoming
    ? sent + random.between(1, 90) * SECOND + random.below(1_000_000)
    : sent - random.between(0, 119) * SECOND - random.below(1_000_000)
  writer.add(EMAIL, created, {
    lead: number,
    contact,
    user,
    extra: thread,
    activityAt: sent,
    variant: (incoming ? INCOMING : 0) | (failed ? FAILED : 0),
  })
}

/** A thread's dates are those of its latest message; its `extra` counts them. */
function closeThread(writer: Writer, thread: number, count: number): void {
  const { created, activityAt, extra } = writer.columns
  let latest = thread + 1
  for (let row = thread + 1; row <= thread + count; row++) {
    if ((created[row] ?? 0) >= (created[latest] ?? 0)) latest = row
  }
  extra[thread] = count
  created[thread] = created[latest] ?? 0
  activityAt[thread] = activityAt[latest] ?? 0
}

/** How many messages a conversation has: mostly few, rarely up to sixty. */
export function threadLength(random: Random): number {
  const at = random.unit()
  if (at < 0.34) return 1
  if (at < 0.56) return 2
  if (at < 0.84) return random.between(3, 5)
  if (at < 0.975) return random.between(6, 15)
  return random.between(16, 60)
}
