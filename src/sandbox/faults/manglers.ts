import { isRecord } from '#sandbox/call.ts'
import { mix } from '#sandbox/random.ts'
import { jsonResponse } from '#sandbox/refusal.ts'
import { type Fault, type FaultName, numberIn } from './catalogue.ts'

type Row = Readonly<Record<string, unknown>>

/** A list's page as it is about to be sent. */
interface Page {
  readonly data: readonly Row[]
  readonly has_more?: boolean
}

/** Faults that change a list's page. `turn` differs from request to request. */
const pages: Partial<Record<FaultName, (page: Page, turn: number, fault: Fault) => unknown>> = {
  'data-object': (page) => ({ ...page, data: Object.fromEntries(page.data.map((row, i) => [String(i), row])) }),
  'has-more-missing': ({ data }) => ({ data }),
  'row-without-id': (page) => changeFirst(page, (row) => [withoutId(row)]),
  'unknown-type': (page) => changeFirst(page, (row) => [{ ...row, _type: 'HologramCall', beamed: true }]),
  'repeated-row': (page) => changeFirst(page, (row) => [row, row]),
  'out-of-order': (page) => ({ ...page, data: page.data.toReversed() }),
  'shuffled-ties': (page, turn) => ({ ...page, data: shuffleTies(page.data, turn) }),
  'short-page': (page, _, fault) => shorten(page, numberIn(fault, 'count', 1)),
  'empty-page': () => ({ data: [], has_more: true }),
  'never-ending': (page) => ({ ...page, has_more: true }),
  'ends-early': (page) => ({ ...page, has_more: false }),
}

/** Sends a true answer on after changing it as the fault says; answers that are no page of a list pass unchanged. */
export async function mangle(fault: Fault, response: Response, turn: number): Promise<Response> {
  if (fault.name === 'cut') return cut(response)
  if (fault.name === 'truncated-json') {
    const text = await response.text()
    return new Response(text.slice(0, Math.floor(text.length / 2)), response)
  }
  const change = pages[fault.name]
  if (change === undefined) return response
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return isPage(body) ? jsonResponse(change(body, turn, fault), response.status) : response
}

/** The rows of a list's answer; none for other answers. */
export async function rowsOf(response: Response): Promise<readonly Row[]> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return isPage(body) ? body.data : []
}

function isPage(body: unknown): body is Page {
  return isRecord(body) && Array.isArray(body['data']) && body['data'].every(isRecord)
}

function shorten({ data, ...page }: Page, count: number): Page {
  return { ...page, data: data.slice(0, count), has_more: page.has_more === true || data.length > count }
}

function withoutId(row: Row): Row {
  const { id: _, ...rest } = row
  return rest
}

function changeFirst(page: Page, change: (row: Row) => readonly Row[]): Page {
  const [first, ...rest] = page.data
  return first === undefined ? page : { ...page, data: [...change(first), ...rest] }
}

// A stable sort by date first, then by a number that is another one in each turn. Only rows of equal dates change places.
function shuffleTies(rows: readonly Row[], turn: number): readonly Row[] {
  const key = (row: Row): number => mix(turn, Number.parseInt(String(row['id']).slice(-6), 36))
  return rows
    .map((row, place) => ({ row, place, date: row['date_created'] }))
    .toSorted((a, b) => (a.date === b.date ? key(a.row) - key(b.row) : a.place - b.place))
    .map(({ row }) => row)
}

async function cut(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  let sent = false
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (sent) {
        // A server that still holds the first bytes would answer 500 instead.
        await new Promise((resolve) => setTimeout(resolve, 50))
        return controller.error(new Error('The sandbox cut the connection.'))
      }
      sent = true
      controller.enqueue(bytes.slice(0, Math.max(1, bytes.length >> 1)))
    },
  })
  // The promised length tells a client that something is missing even where a server ends a broken stream politely.
  const headers = new Headers(response.headers)
  headers.set('content-length', String(bytes.length))
  return new Response(body, { status: response.status, headers })
}
