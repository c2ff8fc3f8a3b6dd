/** The bucket that a key goes to; null for a key that goes nowhere. To the left is earlier. */
export function bucketForKey(key: string, current: number, size: number): number | null {
  const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[key]
  if (by !== undefined) return Math.max(0, Math.min(size - 1, current + by))
  if (key === 'Home') return 0
  return key === 'End' ? Math.max(0, size - 1) : null
}
