import { instantText, numberText } from '#core/activity/format.ts'
import { durationText } from '#core/duration-text.ts'
import type { Progress as ExportProgress } from '#export/receipt.ts'
import { ConnectButton } from '#explorer/lazy-parts.tsx'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { Notice } from '#ui/notice.tsx'
import { Progress } from '#ui/progress.tsx'
import type { ExportState } from './export-store.ts'
import { cancelExport, pauseExport, resumeExport } from './run-export.ts'
import { SpokenProgress } from './spoken-progress.tsx'
import { type Segment, segmentsOf, stripText } from './window-strip.ts'

interface Props {
  state: Extract<ExportState, { status: 'running' }>
  locale: string
  timeZone: string
}

export function ExportRunning({ state, locale, timeZone }: Props) {
  const { progress, pausing, refused, isClose } = state
  const { rows, reached, rowsPerSecond, requests, secondsLeft, reason } = progress
  const isPaused = progress.state === 'paused'
  return (
    <div className="flex flex-col gap-4">
      <Progress label="Exporting" />
      <Strip progress={progress} locale={locale} />
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 tabular-nums">
        <Fact name="Rows written" value={numberText(rows, locale)} />
        <Fact name="Back to" value={reached === null ? '…' : instantText(reached, locale, timeZone)} />
        <Fact name="Rows a second" value={rowsPerSecond > 0 ? numberText(Math.round(rowsPerSecond), locale) : '…'} />
        <Fact name="Requests" value={numberText(requests, locale)} />
        <Fact
          name="Time left (estimate)"
          value={secondsLeft === null ? 'unknown' : `about ${durationText(secondsLeft, locale)}`}
        />
      </dl>
      <SpokenProgress text={`${numberText(rows, locale)} rows written so far.`} />
      <p aria-live="polite" className="text-ink-muted empty:hidden">
        {stateText(progress, pausing, locale, timeZone)}
      </p>
      {reason !== null && (
        <div role="alert">
          <Notice tone="warn" actions={isClose && <ConnectButton look="primary" />}>
            {refused ?? pauseTexts[reason]}
          </Notice>
        </div>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 grow basis-48 text-ink-muted">
          You can close this and go on; the export keeps its own filters.
        </p>
        <div className="flex gap-2">
          {reason === null && (
            <Button onClick={isPaused || pausing ? resumeExport : pauseExport}>
              {isPaused || pausing ? 'Resume' : 'Pause'}
            </Button>
          )}
          <Button onClick={cancelExport}>Cancel export</Button>
        </div>
      </div>
    </div>
  )
}

const pauseTexts = {
  unauthorized:
    'Close no longer accepts the key. Connect again, in the same organization, and the export goes on from here.',
  'other-organization': 'This key belongs to another organization. Connect to the one that the export was begun in.',
}

function stateText(
  { state, waitingUntil }: ExportProgress,
  pausing: boolean,
  locale: string,
  timeZone: string,
): string {
  if (state === 'paused') return 'Paused.'
  if (pausing) return 'Pausing: requests under way are finished first.'
  if (state === 'verifying') return 'Verifying: reading the ids a second time.'
  if (waitingUntil === null) return ''
  const time = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'medium' }).format(waitingUntil)
  return `Close asked to slow down; going on at ${time}.`
}

const tones: { readonly [S in Segment['state']]: string } = {
  done: 'bg-accent',
  running: 'bg-accent/50 animate-pulse motion-reduce:animate-none',
  waiting: 'bg-line',
  failed: 'bg-danger',
}

/** The period from its newest end to its oldest, as far as it is known. */
function Strip({ progress: { windows }, locale }: { progress: ExportProgress; locale: string }) {
  if (windows.length === 0) return null
  const text = stripText(windows, locale)
  return (
    <div className="flex flex-col gap-1">
      <div role="img" aria-label={text} className="flex h-3 gap-px overflow-hidden rounded-sm">
        {segmentsOf(windows).map(({ state, at, windows }) => (
          <span key={at} className={cx('min-w-1', tones[state])} style={{ flexGrow: windows }} />
        ))}
      </div>
      <p aria-hidden="true" className="text-xs text-ink-faint tabular-nums">
        {text}
      </p>
    </div>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-ink-muted">{name}</dt>
      <dd className="text-end">{value}</dd>
    </>
  )
}
