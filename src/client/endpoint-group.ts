/** Long enough to be no word: `custom_activity` is one. */
const id = /\/[a-z]+_[0-9A-Za-z]{16,}(?=\/|$)/g

/**
 * What shares an allowance: Close counts requests by their method and the kind of their path. Holds no id.
 *
 * Source: https://developer.close.com/topics/rate-limits/
 */
export function endpointGroup(method: string, path: string): string {
  return `${method} ${path.replaceAll(id, '/{id}')}`
}
