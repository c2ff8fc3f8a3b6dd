/** The windows of an export as a strip, newest first: what is drawn, and the same in words. */
import type { WindowProgress, WindowState } from '#export/receipt.ts'

export interface Segment {
  readonly state: WindowState
  /** Windows before it. */
  readonly at: number
  /** Windows beside one another in one state. */
  readonly windows: number
}

const order: readonly WindowState[] = ['failed', 'running', 'waiting', 'done']

/** More cannot be told apart. */
const most = 120

/** At most 120 segments; of windows that share one, what deserves the most attention is shown. */
export function segmentsOf(windows: readonly WindowProgress[]): readonly Segment[] {
  const each = Math.max(1, Math.ceil(windows.length / most))
  const segments: Segment[] = []
  for (let at = 0; at < windows.length; at += each) {
    const group = windows.slice(at, at + each)
    const state = order.find((candidate) => group.some((window) => window.state === candidate)) ?? 'waiting'
    const last = segments.at(-1)
    if (last?.state === state) segments[segments.length - 1] = { ...last, windows: last.windows + group.length }
    else segments.push({ state, at, windows: group.length })
  }
  return segments
}

/** "4 windows: 2 done, 1 running, 1 waiting". */
export function stripText(windows: readonly WindowProgress[], locale: string): string {
  const numbers = new Intl.NumberFormat(locale)
  const counts = (['done', 'running', 'waiting', 'failed'] as const)
    .map((state) => ({ state, count: windows.filter((window) => window.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${numbers.format(count)} ${state}`)
  return `${numbers.format(windows.length)} ${windows.length === 1 ? 'window' : 'windows'}: ${counts.join(', ')}`
}
