import { describe, expect, it } from 'vitest'
import { createTestClient, dataOf, NOON } from '#sandbox/test-client.ts'

const minute = 60_000

describe('news', () => {
  it('comes a few times a minute, and changes nothing that was there', async () => {
    let now = NOON
    const client = createTestClient({ size: 500, clock: () => now })
    const { sandbox } = client
    const before = sandbox.truth.all()
    const [first] = dataOf((await client.get('/activity/call/', { _limit: '1' })).body)
    now += 10 * minute
    const after = sandbox.truth.all()
    const known = new Set(before.map((f) => f.id))
    expect(after.filter((f) => known.has(f.id))).toEqual(before)
    expect(after.length - before.length).toBeGreaterThan(10)
    expect(after.length - before.length).toBeLessThan(80)
    expect(after.filter((f) => !known.has(f.id)).every((f) => f.created > NOON * 1000 && f.created <= now * 1000)).toBe(
      true,
    )
    expect((await client.get(`/activity/${String(first?.['id'])}/`)).body).toEqual(first)
  })

  it('is the same however often one looks', () => {
    let now = NOON
    const often = createTestClient({ size: 500, clock: () => now })
    for (; now < NOON + 20 * minute; now += 7_000) often.sandbox.truth.all()
    const once = createTestClient({ size: 500, clock: () => now })
    // The other one was started later, so it is brought to the same beginning by its own clock.
    let late = NOON
    const jumped = createTestClient({ size: 500, clock: () => late })
    late = now
    expect(jumped.sandbox.truth.all()).toEqual(often.sandbox.truth.all())
    expect(once.sandbox.truth.all().length).toBeLessThan(jumped.sandbox.truth.all().length)
  })

  it('can be turned off', () => {
    let now = NOON
    const { sandbox } = createTestClient({ size: 500, clock: () => now, liveEvery: 0 })
    const before = sandbox.truth.all()
    now += 60 * minute
    expect(sandbox.truth.all()).toEqual(before)
  })

  it('is written into the history', () => {
    let now = NOON
    const { sandbox } = createTestClient({ size: 500, clock: () => now })
    expect(sandbox.truth.history).toEqual([])
    now += 5 * minute
    sandbox.truth.all()
    expect(sandbox.truth.history.length).toBeGreaterThan(3)
    expect(sandbox.truth.history.every((change) => change.change === 'insert')).toBe(true)
  })
})
