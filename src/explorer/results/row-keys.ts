interface Position {
  readonly current: number
  readonly rowCount: number
  /** Rows that fit the view. */
  readonly inView: number
}

/** The row a key leads to; null when the key does not move between rows. */
export function rowForKey(key: string, { current, rowCount, inView }: Position): number | null {
  const step = Math.max(1, inView - 1)
  const target = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + step,
    PageUp: current - step,
    Home: 0,
    End: rowCount - 1,
  }[key]
  return target === undefined || rowCount === 0 ? null : Math.max(0, Math.min(rowCount - 1, target))
}
