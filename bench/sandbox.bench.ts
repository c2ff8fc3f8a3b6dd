import { bench, describe } from 'vitest'
import { createSandbox } from '#sandbox/app.ts'

const end = Date.UTC(2026, 10, 16, 10, 30)
const sandbox = createSandbox({ clock: () => end })
const large = sandbox.landmarks.largeLead.id

async function ask(path: string): Promise<void> {
  const headers = { authorization: `Basic ${btoa('api_sandbox:')}` }
  const response = await sandbox.fetch(new Request(`http://localhost/sandbox/api/v1${path}`, { headers }))
  await response.json()
}

describe('the sandbox of 250,000 activities', () => {
  bench('is made', () => void createSandbox({ clock: () => end }), {
    iterations: 3,
    time: 0,
    warmupTime: 0,
    warmupIterations: 1,
  })
})

describe('a page of 100', () => {
  bench('of all activities', () => ask('/activity/?_limit=100'))
  bench('of one lead, by activity time', () => ask(`/activity/?lead_id=${large}&_order_by=-activity_at&_limit=100`))
  bench('of calls, in the middle', () => ask('/activity/call/?_limit=100&date_created__lt=2026-01-01T00:00:00Z'))
  bench('of calls, 20,000 rows in', () => ask('/activity/call/?_limit=100&_skip=20000'))
})
