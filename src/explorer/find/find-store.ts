/** What the find field found, for the table that marks it; and the way from there to a row. */

export interface Found {
  /** As typed. */
  readonly typed: string
  /** Numbers of the rows that hold it, in order. */
  readonly rows: readonly number[]
  readonly set: ReadonlySet<number>
  readonly current: number | null
}

export interface FindTable {
  readonly show: (row: number) => void
  /** The current row, or the first in view. */
  readonly from: () => number
}

export const nothingFound: Found = { typed: '', rows: [], set: new Set(), current: null }

export interface FindStore {
  readonly isOpen: () => boolean
  readonly setOpen: (open: boolean) => void
  readonly found: () => Found
  readonly publish: (found: Found) => void
  readonly subscribe: (listener: () => void) => () => void
  /** Brings a row into view. */
  readonly show: (row: number) => void
  /** The row from which a first match is looked for: the one the reader is at. */
  readonly from: () => number
  /** The table takes this on. */
  readonly serve: (table: FindTable) => () => void
}

export function createFindStore(): FindStore {
  const listeners = new Set<() => void>()
  let table: FindTable | null = null
  let open = false
  let found = nothingFound

  function tell() {
    for (const listener of listeners) listener()
  }

  return {
    isOpen: () => open,
    setOpen(next) {
      open = next
      if (!next) found = nothingFound
      tell()
    },
    found: () => found,
    publish(next) {
      found = next
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    show: (row) => table?.show(row),
    from: () => table?.from() ?? 0,
    serve(next) {
      table = next
      return () => {
        if (table === next) table = null
      }
    },
  }
}
