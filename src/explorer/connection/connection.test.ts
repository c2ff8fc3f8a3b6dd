import { expect, test, vi } from 'vitest'
import { createCloseClient } from '#client/close-client.ts'
import { type Credential, authorizationOf } from '#client/credential.ts'
import { systemClock } from '#lib/clock.ts'
import { createConnection } from './connection.ts'

const good: Credential = { kind: 'api-key', secret: 'api_good' }
const bad: Credential = { kind: 'api-key', secret: 'api_bad' }

const ana = {
  id: 'user_a',
  first_name: 'Ana',
  last_name: 'Quist',
  organizations: [{ id: 'orga_h', name: 'Harbourline' }],
}

/** Close, which knows one key. `/slow/` never answers. */
async function close(request: Request): Promise<Response> {
  if (request.headers.get('authorization') !== authorizationOf(good)) {
    return Response.json({ error: 'Unauthorized' }, { status: 401 })
  }
  if (request.url.endsWith('/slow/')) {
    return new Promise((_, reject) => {
      request.signal.addEventListener('abort', () => reject(request.signal.reason))
    })
  }
  return Response.json(ana)
}

function connecting(fetch = vi.fn(close)) {
  const clientFor = (credential: Credential) =>
    createCloseClient({ fetch, baseUrl: 'https://close.test/api/v1', credential: () => credential, clock: systemClock })
  return { connection: createConnection({ clientFor }), fetch }
}

test('a good key connects as its user, in its organization', async () => {
  const { connection } = connecting()
  const connected = connection.connect(good)
  expect(connection.getSnapshot()).toEqual({ status: 'checking' })
  await connected
  expect(connection.getSnapshot()).toEqual({
    status: 'connected',
    user: 'Ana Quist',
    organization: 'Harbourline',
    organizationId: 'orga_h',
  })
  await expect(connection.client()?.get('/me/')).resolves.toEqual(ana)
})

test('the pace is shared within the organization for as long as one is connected', async () => {
  const leave = vi.fn()
  const share = vi.fn(() => leave)
  const clientFor = (credential: Credential) =>
    createCloseClient({ fetch: close, baseUrl: 'https://close.test', credential: () => credential, clock: systemClock })
  const connection = createConnection({ clientFor, share })
  await connection.connect(good)
  expect(share).toHaveBeenCalledExactlyOnceWith(connection.client(), 'orga_h')
  expect(leave).not.toHaveBeenCalled()
  connection.disconnect()
  expect(leave).toHaveBeenCalledOnce()
})

test('a wrong key is asked about once and leaves nobody connected', async () => {
  const { connection, fetch } = connecting()
  await expect(connection.connect(bad)).rejects.toMatchObject({ kind: 'unauthorized' })
  expect(fetch).toHaveBeenCalledTimes(1)
  expect(connection.getSnapshot()).toEqual({ status: 'disconnected' })
  expect(connection.client()).toBeNull()
})

test('disconnecting takes the client away from whoever holds it, with what is under way', async () => {
  const { connection, fetch } = connecting()
  await connection.connect(good)
  const held = connection.client()
  const underWay = held?.get('/slow/')
  connection.disconnect()
  await expect(underWay).rejects.toMatchObject({ message: 'Disconnected from Close.' })
  const asked = fetch.mock.calls.length
  await expect(held?.get('/me/')).rejects.toMatchObject({ message: 'Disconnected from Close.' })
  expect(fetch).toHaveBeenCalledTimes(asked)
  expect(connection.client()).toBeNull()
})

test('the credential is lent while it is connected, and not before or after', async () => {
  const { connection } = connecting()
  expect(connection.lend()).toBeNull()
  const connected = connection.connect(good)
  expect(connection.lend()).toBeNull()
  await connected
  expect(connection.lend()).toEqual(good)
  connection.disconnect()
  expect(connection.lend()).toBeNull()
})

test('an attempt that was overtaken by a disconnect does not connect', async () => {
  const { connection } = connecting()
  const connected = connection.connect(good)
  connection.disconnect()
  await connected
  expect(connection.getSnapshot()).toEqual({ status: 'disconnected' })
})

test('listeners hear of every change', async () => {
  const { connection } = connecting()
  const seen: string[] = []
  const stop = connection.subscribe(() => seen.push(connection.getSnapshot().status))
  await connection.connect(good)
  stop()
  connection.disconnect()
  expect(seen).toEqual(['checking', 'connected'])
})
