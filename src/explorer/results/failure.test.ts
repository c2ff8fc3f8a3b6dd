import { expect, test } from 'vitest'
import { CloseError } from '#client/errors.ts'
import { failureOf } from './failure.ts'

const here = { source: 'close', isOnline: true, rowCount: 100 } as const

test('a rejected key asks to connect again, and rows stay', () => {
  expect(failureOf(new CloseError('unauthorized'), here)).toMatchObject({
    title: 'This key no longer works',
    text: 'Close did not accept it. What is loaded stays. Connect again to go on.',
    offer: 'connect',
  })
})

test('the sandbox has no key to connect with', () => {
  expect(failureOf(new CloseError('unauthorized'), { ...here, source: 'sandbox' }).offer).toBe('retry')
})

test('without a connection of its own the page says that it is offline', () => {
  const offline = failureOf(new CloseError('unreachable'), { ...here, isOnline: false, since: '14:32' })
  expect(`${offline.title}. ${offline.text}`).toBe(
    'Offline. Showing rows from 14:32. The rest is asked for when the connection is back.',
  )
  expect(failureOf(new CloseError('unreachable'), here).title).toBe('No connection')
})

test('what Close says of a parameter is told with its name', () => {
  const refused = new CloseError('refused', {
    status: 400,
    fields: { _limit: 'Input should be less than or equal to 100' },
  })
  expect(failureOf(refused, here).fields).toEqual([['_limit', 'Input should be less than or equal to 100']])
})

test('an error of this program is not blamed on Close', () => {
  expect(failureOf(new TypeError('x is undefined'), here).title).toBe('Something went wrong in this page')
})
