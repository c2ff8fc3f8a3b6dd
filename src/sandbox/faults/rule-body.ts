import { isRecord } from '#sandbox/call.ts'
import { isFaultName } from './catalogue.ts'
import type { FaultRule } from './switchboard.ts'

/** Reads a fault as the control endpoint takes it, such as `{"fault": "429", "times": 3, "match": "/activity/", "after": 2}`; a text says what is wrong. */
export function readRule(body: unknown): FaultRule | string {
  if (!isRecord(body)) return 'A fault is an object such as {"fault": "429", "times": 1}.'
  const { fault: given, times = 1, after = 0, match = '', scope = null, percent = 100, seed = 1, ...particulars } = body
  const name = String(given)
  if (!isFaultName(name)) return `There is no fault "${name}".`
  if (times !== null && !isCount(times)) return 'times is a whole number, or null for always.'
  if (!isCount(after) || !isCount(percent) || !isCount(seed)) return 'after, percent and seed are whole numbers.'
  if (typeof match !== 'string' || (scope !== null && typeof scope !== 'string')) return 'match and scope are texts.'
  const texts = Object.entries(particulars).map(([key, value]) => [key, String(value)] as const)
  return { fault: { name, particulars: Object.fromEntries(texts) }, times, after, match, scope, percent, seed }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
