/** The engine as its reader sees it: windows, resumption, files, the second reading, pauses. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { toColumns } from '#core/activity/columns.ts'
import { parseCsv } from '#core/csv/rfc4180.test-support.ts'
import { formatInstant } from '#core/query/timestamp.ts'
import { createPauseGate } from './pause-gate.ts'
import type { Progress } from './receipt.ts'
import { connect, exported, noon, small, wholeList } from './testing/sandbox-export.ts'

const size = 800

const plan = (over: object) => ({ status: 'ready', streams: [{ ...wholeList, ...over }] }) as const

function idsIn(text: string): readonly (string | undefined)[] {
  return parseCsv(text)
    .slice(1)
    .map(([id]) => id)
}

describe('in windows', () => {
  test('it writes the bytes of one walk, in few more requests', async () => {
    const one = await exported(connect({ size }), { workers: 1 })
    const six = await exported(connect({ size }))
    expect(one.receipt).toMatchObject({ status: 'complete', windows: [{ from: null, until: null }] })
    expect(six.receipt.status).toBe('complete')
    expect(six.text).toBe(one.text)
    expect(six.receipt.windows.length).toBeGreaterThan(4)
    const { windows, requests, rows } = six.receipt
    expect(windows.reduce((sum, window) => sum + window.rows, 0)).toBe(rows)
    expect(requests).toBeLessThan(rows / 9 + 2 * windows.length)
  })

  test.each([50, 450, 8000])(
    'at its usual sizes, %d rows take at most 1.05 requests a page, with one look for each window',
    async (count) => {
      const { receipt } = await exported(connect({ size: count }), { tuning: {}, columns: toColumns(['id']) })
      const { rows, requests, windows, status } = receipt
      expect(status).toBe('complete')
      expect(requests).toBeLessThanOrEqual(1.05 * Math.ceil(rows / 100) + windows.length)
      expect(windows.length).toBeGreaterThan(rows / 6000)
    },
  )

  test('a period is kept to at both its ends, and its windows follow on each other', async () => {
    const connected = connect({ size })
    const from = noon / 1000 - 300 * 86_400
    const until = noon / 1000 - 20 * 86_400
    const { receipt, text } = await exported(connected, {
      plan: plan({ from: { at: from, inclusive: true }, until: { at: until, inclusive: false } }),
    })
    const wanted = connected.sandbox.truth
      .all()
      .filter(({ created, type }) => created >= from * 1e6 && created < until * 1e6 && type !== 'EmailThread')
      .map(({ id }) => id)
    expect(idsIn(text)).toEqual(wanted)
    expect(receipt.windows[0]?.until).toBe(formatInstant(until))
    expect(receipt.windows.at(-1)?.from).toBe(formatInstant(from))
  })

  test('it tells how far it is', async () => {
    const seen: Progress[] = []
    const from = { at: noon / 1000 - 600 * 86_400, inclusive: true }
    const connected = connect({ size, rate: { limit: 20, windowSeconds: 1 } })
    await exported(connected, { plan: plan({ from }), onProgress: (progress) => seen.push(progress) })
    const states = new Set(seen.flatMap(({ windows }) => windows.map(({ state }) => state)))
    expect(states).toContain('running')
    expect(states).toContain('done')
    const left = seen.flatMap(({ secondsLeft }) => secondsLeft ?? [])
    expect(left.length).toBeGreaterThan(10)
    expect(left.at(-1)).toBeLessThan(Math.max(...left) / 5)
  })

  test('tries that fail and waits that Close asks for are counted', async () => {
    let count = 0
    const connected = connect({ size: 300 }, async (_, pass) => {
      count += 1
      if (count === 3) return new Response('', { status: 503 })
      if (count === 5) return new Response('', { status: 429, headers: { 'retry-after': '2' } })
      return pass()
    })
    expect((await exported(connected)).receipt).toMatchObject({ status: 'complete', retries: 1, waits: 1 })
  })

  test('a list that seems to end early is read on', async () => {
    const connected = connect({ size: 300 })
    const whole = await exported(connected)
    let count = 0
    const lying = connect({ size: 300 }, async (_, pass) => {
      count += 1
      if (count !== 4) return pass()
      const body: object = await (await pass()).json()
      return Response.json({ ...body, has_more: false })
    })
    const { receipt, text } = await exported(lying, { workers: 1 })
    expect(text).toBe(whole.text)
    expect(receipt.anomalies).toContainEqual({ kind: 'ended-early', count: expect.any(Number) })
  })
})

describe('interrupted, it goes on', () => {
  test('from any checkpoint to the same bytes, reading little again', async () => {
    const connected = connect({ size: 400 })
    const whole = await exported(connected)
    expect(whole.checkpoints.length).toBeGreaterThan(20)
    for (const { saved, text } of whole.checkpoints.filter((_, index) => index % 5 === 0)) {
      const again = await exported(connected, { saved }, text)
      expect(again.receipt).toMatchObject({ status: 'complete', rows: whole.receipt.rows, why: null })
      expect(again.text).toBe(whole.text)
      expect(again.receipt.files).toEqual(whole.receipt.files)
    }
  })

  test('but not with another question, another organization, or another file', async () => {
    const connected = connect({ size: 200 })
    const { checkpoints } = await exported(connected, { organizationId: 'orga_1' })
    const { saved, text } = checkpoints[5] ?? {}
    if (!saved || !text) throw new Error('no checkpoint')
    const begun = connected.sandbox.journal.requests.length
    const refusals = [
      await exported(connected, { saved, organizationId: 'orga_1', columns: toColumns(['id']) }, text),
      await exported(connected, { saved, organizationId: 'orga_2' }, text),
      await exported(connected, { saved, organizationId: 'orga_1' }, text.replace(/.$/m, '')),
    ]
    expect(refusals.map(({ receipt }) => receipt.status)).toEqual(['partial', 'partial', 'partial'])
    expect(refusals.map(({ receipt }) => receipt.why)).toEqual([
      expect.stringContaining('another question'),
      expect.stringContaining('another organization'),
      expect.stringContaining('is not what is there now'),
    ])
    expect(refusals.flatMap(({ checkpoints: more }) => more)).toEqual([])
    expect(connected.sandbox.journal.requests.length).toBe(begun)
  })

  test('after it was cancelled', async () => {
    const connected = connect({ size: 400 })
    const whole = await exported(connected)
    const stop = new AbortController()
    const onProgress = ({ rows }: Progress) => rows > 100 && stop.abort()
    const cancelled = await exported(connected, { signal: stop.signal, onProgress })
    expect(cancelled.receipt).toMatchObject({ status: 'partial', why: 'The export was cancelled.' })
    expect(whole.text.startsWith(cancelled.text)).toBe(true)
    const last = cancelled.checkpoints.at(-1)
    expect(last?.text).toBe(cancelled.text)
    expect((await exported(connected, { saved: last!.saved }, last?.text)).text).toBe(whole.text)
  })
})

describe('its files', () => {
  test('have the hash, the length and the rows that the receipt says', async () => {
    const { receipt, text } = await exported(connect({ size: 300 }), {
      profile: 'spreadsheet',
      columns: toColumns(['id', 'summary']),
    })
    const bytes = Buffer.from(text)
    expect(receipt.files).toEqual([
      {
        name: receipt.fileName,
        bytes: bytes.length,
        rows: receipt.rows,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    ])
  })

  test('are as many as the rows need, add up to one, and go on in the middle', async () => {
    const connected = connect({ size: 300 })
    const whole = await exported(connected)
    const parts = await exported(connected, { rowsPerFile: 64 })
    const { rows, files } = parts.receipt
    expect(parts.files.map(({ name }) => name.replace(/.*_/, ''))).toEqual(
      Array.from({ length: Math.ceil(rows / 64) }, (_, index) => `part-${index + 1}.csv`),
    )
    expect(parts.files.flatMap(({ text }) => idsIn(text))).toEqual(idsIn(whole.text))
    expect(files.map((file) => file.rows)).toEqual(parts.files.map(({ text }) => idsIn(text).length))
    expect(Math.max(...files.map((file) => file.rows))).toBe(64)
    for (const [index, { text }] of parts.files.entries())
      expect(files[index]?.sha256).toBe(createHash('sha256').update(text).digest('hex'))

    const { saved, text } = parts.checkpoints.findLast(({ saved: { files: done } }) => done.length === 2) ?? {}
    const again = await exported(connected, { rowsPerFile: 64, saved: saved! }, text)
    expect(again.files.map((file) => file.text)).toEqual(parts.files.slice(2).map((file) => file.text))
    expect(again.receipt.files).toEqual(files)
  })

  test('of exactly as many rows as fit are one', async () => {
    const connected = connect({ size: 50 })
    const { rows } = (await exported(connected)).receipt
    expect((await exported(connected, { rowsPerFile: rows })).files).toHaveLength(1)
    expect((await exported(connected, { rowsPerFile: rows - 1 })).files).toHaveLength(2)
  })

  test('in JSON Lines hold an object for each row', async () => {
    const { receipt, text } = await exported(connect({ size: 100 }), { profile: 'jsonl', columns: toColumns(['id']) })
    const lines = text.trimEnd().split('\n')
    expect(receipt).toMatchObject({ status: 'complete', rows: lines.length })
    expect(receipt.fileName).toMatch(/\.jsonl$/)
    expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual(lines.map(() => ['id']))
  })

  test('with all columns hold custom fields that nobody named, in one more', async () => {
    const { text, receipt } = await exported(connect({ size: 1000 }), {
      plan: plan({ path: '/activity/custom/' }),
      columns: toColumns(['id']),
      profile: 'jsonl',
      others: true,
    })
    const others = text
      .trimEnd()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line)['custom.others'] ?? {})
    expect(receipt.status).toBe('complete')
    expect(others.flatMap((each) => Object.keys(each)).length).toBeGreaterThan(10)
    expect(others.flatMap((each) => Object.keys(each)).every((name) => /^custom\.l?cf_/.test(name))).toBe(true)
  })
})

describe('read a second time, it', () => {
  test('agrees while nothing changes', async () => {
    const { receipt } = await exported(connect({ size: 500 }), { verify: true })
    expect(receipt.verify).toMatchObject({ status: 'agrees', why: null, deleted: 0, changed: 0, added: 0 })
    expect(receipt.verify?.requests).toBeGreaterThan(40)
    expect(receipt.status).toBe('complete')
  })

  test('lists what was deleted, moved and added meanwhile', async () => {
    const connected = connect({ size: 500 })
    const { truth } = connected.sandbox
    const [gone, moved] = [truth.all()[5], truth.all()[100]]
    let added: readonly string[] = []
    const { receipt } = await exported(connected, {
      verify: true,
      onProgress: ({ state }) => {
        if (state !== 'verifying' || added.length > 0) return
        truth.remove(gone!.id)
        truth.move(moved!.id, { dateCreated: '2025-06-01T00:00:00Z' })
        added = truth.insert({ dateCreated: '2026-03-01T00:00:00Z' })
      },
    })
    expect(receipt.verify).toMatchObject({
      status: 'agrees',
      deletedIds: [gone?.id],
      changedIds: [moved?.id],
      addedIds: added,
    })
  })
})

describe('held back, it', () => {
  test('asks nothing while it is paused, and goes on', async () => {
    const gate = createPauseGate()
    const connected = connect({ size: 300 })
    const whole = await exported(connected)
    let pausedAt: number | null = null
    const onProgress = ({ rows, state }: Progress) => {
      if (rows > 50 && pausedAt === null) {
        pausedAt = 0
        gate.pause()
      }
      if (state !== 'paused' || pausedAt !== 0) return
      pausedAt = connected.sandbox.journal.requests.length
      setTimeout(() => {
        expect(connected.sandbox.journal.requests.length).toBe(pausedAt)
        gate.resume()
      })
    }
    const { text } = await exported(connected, { gate, onProgress })
    expect(pausedAt).toBeGreaterThan(0)
    expect(text).toBe(whole.text)
  })

  test('waits for another credential of the same organization, and refuses one of another', async () => {
    const gate = createPauseGate()
    let expired = false
    let answers = 0
    let organization = 'orga_other'
    const connected = connect({ size: 300 }, async (request, pass) => {
      if (request.url.includes('/me/'))
        return Response.json({ id: 'user_1', organizations: [{ id: organization, name: 'x' }] })
      answers += 1
      if (answers === 10) expired = true
      return expired ? Response.json({ error: 'Unauthorized' }, { status: 401 }) : pass()
    })
    const reasons: string[] = []
    const onProgress = ({ reason, state }: Progress) => {
      if (state !== 'paused' || reason === null || reasons.at(-1) === reason) return
      reasons.push(reason)
      if (reason === 'other-organization') organization = 'orga_own'
      expired = false
      setTimeout(() => gate.resume())
    }
    const { receipt, text } = await exported(connected, { gate, onProgress, organizationId: 'orga_own' })
    expect(reasons).toEqual(['unauthorized', 'other-organization'])
    expect(receipt.status).toBe('complete')
    expect(text).toBe((await exported(connect({ size: 300 }))).text)
  })
})

test('a meeting that is put off while the export runs is written once', async () => {
  const connected = connect({ size: 300 })
  const { truth } = connected.sandbox
  truth.insert(...[1, 2, 3].map((day) => ({ type: 'Meeting' as const, dateCreated: `2026-12-0${day}T09:00:00Z` })))
  const [meeting] = truth.all()
  let hasMoved = false
  const { receipt, text } = await exported(connected, {
    onProgress: ({ rows }) => {
      if (rows === 0 || hasMoved) return
      hasMoved = true
      truth.move(meeting!.id, { dateCreated: '2025-03-01T09:00:00Z' })
    },
  })
  expect(receipt.status).toBe('complete')
  expect(idsIn(text).filter((id) => id === meeting?.id)).toHaveLength(1)
  expect(new Set(idsIn(text)).size).toBe(receipt.rows)
})

test('what waits to be written is bounded', async () => {
  const connected = connect({ size: 800 })
  let most = 0
  const onProgress = ({ windows, rows }: Progress) => {
    most = Math.max(most, windows.reduce((sum, window) => sum + window.rows, 0) - rows)
  }
  const { receipt } = await exported(connected, { onProgress, tuning: { ...small, waiting: 3000 } })
  expect(receipt.status).toBe('complete')
  expect(most).toBeLessThan(150)
})
