import type { Tally } from './tally.ts'

/** Puts other rows in place of the first so many. */
export function replaceFirst(
  tally: Tally,
  count: number,
  rows: readonly { readonly time: number | null; readonly type: string }[],
): void {
  const after = Array.from({ length: Math.max(0, tally.length - count) }, (_, i) => {
    const time = tally.timeOf(count + i)
    return { time: Number.isNaN(time) ? null : time, type: tally.types[tally.typeOf(count + i)] ?? '' }
  })
  tally.cut(0)
  for (const { time, type } of [...rows, ...after]) tally.add(time, type)
}
