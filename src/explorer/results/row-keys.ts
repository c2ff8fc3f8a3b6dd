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

interface TreePosition {
  /** Whether the row's conversation is open; null for a row that is none. */
  readonly isOpen: boolean | null
  readonly isMessage: boolean
}

/**
 * What Right and Left do in a tree: open and close a conversation, go into an open one, and from a message back to it.
 * Null when the key does none of that.
 */
export function changeForKey(
  key: string,
  { isOpen, isMessage }: TreePosition,
): 'open' | 'close' | 'enter' | 'leave' | null {
  if (key === 'ArrowRight') return isOpen === null ? null : isOpen ? 'enter' : 'open'
  if (key === 'ArrowLeft') return isMessage ? 'leave' : isOpen ? 'close' : null
  return null
}

interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** `one`: Space takes the row in or lets it go. `on`: with Shift it draws a range to it. `all`: Control or Command and A. */
export function selectionKey(
  { key, shiftKey, ctrlKey, metaKey }: KeyPress,
  isMac: boolean,
): 'one' | 'on' | 'all' | null {
  const mod = isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey
  if (key === ' ' && !ctrlKey && !metaKey) return shiftKey ? 'on' : 'one'
  return key.toLowerCase() === 'a' && mod && !shiftKey ? 'all' : null
}
