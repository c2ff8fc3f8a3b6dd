/** One line that is written over while an export runs. */
import type { Progress } from '#export/receipt.ts'

const count = new Intl.NumberFormat('en')

export function progressText(
  { state, rows, reached, rowsPerSecond, secondsLeft, waitingUntil }: Progress,
  now: number,
): string {
  const parts = [
    `${count.format(rows)} ${rows === 1 ? 'activity' : 'activities'}`,
    ...(reached === null ? [] : [`back to ${reached.slice(0, 10)}`]),
    ...(rowsPerSecond > 0 ? [`${count.format(Math.round(rowsPerSecond))} a second`] : []),
    ...(secondsLeft === null ? [] : [`about ${durationText(secondsLeft)} left (an estimate)`]),
    ...(waitingUntil === null ? [] : [`Close asks to wait ${Math.max(1, Math.ceil((waitingUntil - now) / 1000))} s`]),
    ...(state === 'verifying' ? ['reading the ids again'] : []),
  ]
  return parts.join(' · ')
}

function durationText(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`
}

/** Milliseconds between two lines. */
const pace = 200

/** Writes progress where a person sees it, and nothing elsewhere. `clear` takes the line away. */
export function createProgressLine(write: (text: string) => void, isTerminal: boolean, now: () => number) {
  let last = Number.NEGATIVE_INFINITY
  return {
    show: (progress: Progress): void => {
      if (!isTerminal || now() - last < pace) return
      last = now()
      write(`\r\u001b[K${progressText(progress, now())}`)
    },
    clear: (): void => {
      if (isTerminal && last > Number.NEGATIVE_INFINITY) write('\r\u001b[K')
    },
  }
}
