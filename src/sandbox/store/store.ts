import { EMAIL, kinds, THREAD } from '#sandbox/store/kinds.ts'
import type { ActivityFacts, Columns } from './columns.ts'
import { sortRows, SortedIndex } from './sorted-index.ts'

/** What `thread_emails` makes of the mixed list: absent, `true`, `only`. */
export type ThreadForm = 'messages' | 'both' | 'threads'

/** The activities and the orders in which they are asked for. */
export class Store {
  readonly columns: Columns
  readonly mixed: Readonly<Record<ThreadForm, SortedIndex>>
  readonly byKind: readonly SortedIndex[]
  readonly #leadStarts: Uint32Array
  readonly #rowsByLead: Uint32Array
  readonly #leads = new Map<number, SortedIndex>()
  readonly #leadsByActivity = new Map<number, SortedIndex>()
  readonly #createdOf = (row: number): number => this.columns.created[row] ?? 0
  /** Rows without `activity_at` come last in descending order, so first in ascending order. */
  readonly #activityAtOf = (row: number): number => {
    const at = this.columns.activityAt[row] ?? NaN
    return Number.isNaN(at) ? -Infinity : at
  }

  constructor(columns: Columns, leadCount: number) {
    this.columns = columns
    const all = sortRows(columns.length, columns.created)
    const index = (rows: Uint32Array): SortedIndex => new SortedIndex(rows, this.#createdOf)
    const { kind } = columns
    this.mixed = {
      both: index(all),
      messages: index(all.filter((row) => kind[row] !== THREAD)),
      threads: index(all.filter((row) => kind[row] !== EMAIL)),
    }
    const byKind = group(all, kinds.length, (row) => kind[row] ?? 0)
    this.byKind = kinds.map((_, k) => index(byKind.rows.slice(byKind.starts[k], byKind.starts[k + 1])))
    // The last group takes the rows without a lead, which nobody asks for by lead.
    const byLead = group(all, leadCount + 1, (row) =>
      (columns.lead[row] ?? -1) < 0 ? leadCount : (columns.lead[row] ?? 0),
    )
    this.#leadStarts = byLead.starts
    this.#rowsByLead = byLead.rows
  }

  /** One lead's activities by `date_created`. */
  ofLead(lead: number): SortedIndex {
    return remember(this.#leads, lead, () => {
      const rows = this.#rowsByLead.slice(this.#leadStarts[lead] ?? 0, this.#leadStarts[lead + 1] ?? 0)
      return new SortedIndex(rows, this.#createdOf)
    })
  }

  /** One lead's activities by `activity_at`. */
  ofLeadByActivity(lead: number): SortedIndex {
    return remember(this.#leadsByActivity, lead, () => {
      const byCreated = this.ofLead(lead)
      const rows = Uint32Array.from({ length: byCreated.length }, (_, position) => byCreated.at(position))
      const at = this.#activityAtOf
      rows.sort((a, b) => compare(at(a), at(b)) || a - b)
      return new SortedIndex(rows, at)
    })
  }

  insert(facts: ActivityFacts): number {
    const lead = facts.lead
    // Both of the lead's orders are made before the row exists, or they would hold it already.
    const leadOrders = lead < 0 ? [] : [this.ofLead(lead), this.ofLeadByActivity(lead)]
    const row = this.columns.add(facts)
    for (const order of [...this.#ordersOf(row), ...leadOrders]) order.insert(row)
    return row
  }

  remove(row: number): void {
    for (const order of this.#ordersWithLeadOf(row)) order.remove(row)
    this.columns.alive[row] = 0
  }

  /** Changes a row's dates and its place in every order. */
  move(row: number, created: number, activityAt: number): void {
    const orders = this.#ordersWithLeadOf(row)
    for (const order of orders) order.remove(row)
    this.columns.created[row] = created
    this.columns.activityAt[row] = activityAt
    for (const order of orders) order.insert(row)
  }

  isAlive(row: number): boolean {
    return this.columns.alive[row] === 1
  }

  #ordersOf(row: number): SortedIndex[] {
    const kind = this.columns.kind[row] ?? 0
    const orders = [this.mixed.both, this.byKind[kind]]
    if (kind !== THREAD) orders.push(this.mixed.messages)
    if (kind !== EMAIL) orders.push(this.mixed.threads)
    return orders.filter((order) => order !== undefined)
  }

  #ordersWithLeadOf(row: number): SortedIndex[] {
    const lead = this.columns.lead[row] ?? -1
    return lead < 0 ? this.#ordersOf(row) : [...this.#ordersOf(row), this.ofLead(lead), this.ofLeadByActivity(lead)]
  }
}

function group(ordered: Uint32Array, groups: number, groupOf: (row: number) => number) {
  const starts = new Uint32Array(groups + 1)
  for (const row of ordered) starts[groupOf(row) + 1] = (starts[groupOf(row) + 1] ?? 0) + 1
  for (let g = 0; g < groups; g++) starts[g + 1] = (starts[g + 1] ?? 0) + (starts[g] ?? 0)
  const next = starts.slice()
  const rows = new Uint32Array(ordered.length)
  for (const row of ordered) {
    const g = groupOf(row)
    const position = next[g] ?? 0
    rows[position] = row
    next[g] = position + 1
  }
  return { starts, rows }
}

function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
