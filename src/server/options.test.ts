import { expect, it } from 'vitest'
import { readSettings } from './options.ts'

it('listens on this machine and relays to Close unless told otherwise', () => {
  expect(readSettings({})).toEqual({
    status: 'read',
    settings: { port: 5180, host: '127.0.0.1', closeApiOrigin: 'https://api.close.com' },
  })
})

it.each(['127.0.0.1', '127.0.0.2', '::1', 'localhost'])('may listen on %s', (host) => {
  expect(readSettings({ HOST: host }).status).toBe('read')
})

it.each(['0.0.0.0', '::', '192.168.1.5', 'example.com', '127.0.0.1.example.com', ''])(
  'refuses to listen on "%s"',
  (host) => {
    expect(readSettings({ HOST: host })).toMatchObject({ status: 'refused' })
  },
)

it.each(['', '-1', '65536', '80a', '1e3', ' 80'])('refuses the port "%s"', (port) => {
  expect(readSettings({ PORT: port })).toMatchObject({ status: 'refused' })
})

it.each(['https://api.close.com', 'https://api.close.com/', 'http://127.0.0.1:9000', 'http://localhost:9000'])(
  'relays to %s',
  (origin) => {
    expect(readSettings({ CLOSE_API_ORIGIN: origin })).toMatchObject({
      settings: { closeApiOrigin: new URL(origin).origin },
    })
  },
)

it.each([
  'http://api.close.com',
  'api.close.com',
  'ftp://127.0.0.1',
  'https://user:pass@api.close.com',
  'https://api.close.com/api',
  'https://api.close.com/?a=1',
  'file:///etc/hosts',
  '',
])('refuses to relay to "%s"', (origin) => {
  expect(readSettings({ CLOSE_API_ORIGIN: origin })).toMatchObject({ status: 'refused' })
})
