import type { Page, Request } from 'playwright/test'

/** A request of the page for activities. */
export interface ActivityRequest {
  /** Below the API's base: `/activity/call/`. */
  readonly path: string
  readonly parameters: URLSearchParams
}

/** Every request for a list of activities that the page sends from now on, in order. */
export function recordActivityRequests(page: Page): ActivityRequest[] {
  const requests: ActivityRequest[] = []
  page.on('request', (request) => {
    const found = readRequest(request)
    if (found) requests.push(found)
  })
  return requests
}

function readRequest(request: Request): ActivityRequest | null {
  const { pathname, searchParams } = new URL(request.url())
  const path = /\/api\/v1(\/activity\/.*)$/.exec(pathname)?.[1]
  if (path === undefined || path.includes('acti_')) return null
  return { path, parameters: searchParams }
}
