import { listPath, resources } from '#core/close/activity-types.ts'

/** A path of the API that the relay passes on. */
export interface Route {
  /** The path below `/api/v1`, ids as `{id}`. What the log says. */
  readonly template: string
  readonly method: 'GET' | 'POST'
}

const reads = [
  ...resources.map(listPath),
  ...resources.map((resource) => `${listPath(resource)}{id}/`),
  '/me/',
  '/user/',
  '/user/{id}/',
  '/lead/',
  '/lead/{id}/',
  '/contact/',
  '/contact/{id}/',
  '/custom_activity/',
  '/custom_activity/{id}/',
  '/custom_field/activity/',
  '/status/lead/',
  '/status/opportunity/',
  '/pipeline/',
  '/organization/{id}/',
  '/outcome/',
]

/** Every path the page asks, and no other. `POST /data/search/` is a read: its question does not fit in a URL. */
export const routes: readonly Route[] = [
  ...reads.map((template) => ({ template, method: 'GET' as const })),
  { template: '/data/search/', method: 'POST' },
]

const id = /^\w{1,100}$/

/** The route of a path below `/api/v1`, still percent-encoded; none of the API's ids needs encoding, so an encoded path has none. */
export function routeOf(path: string): Route | undefined {
  const segments = path.split('/')
  return routes.find(({ template }) => {
    const wanted = template.split('/')
    return (
      wanted.length === segments.length &&
      wanted.every((word, index) => (word === '{id}' ? id.test(segments[index] ?? '') : word === segments[index]))
    )
  })
}
