import { durationText } from '#core/duration-text.ts'
import { numberText } from '#core/activity/format.ts'
import type { Estimate } from '#export/estimate.ts'

const reasons: { readonly [W in Extract<Estimate, { kind: 'unknown' }>['why']]: string } = {
  'nothing-loaded': 'nothing is loaded yet',
  'no-beginning': 'the period has no beginning, and Close gives no totals',
  'too-few': 'too little is loaded to tell',
}

/** What it will take, as far as that is known. */
export function EstimateLine({ estimate, locale }: { estimate: Estimate; locale: string }) {
  if (estimate.kind === 'unknown')
    return <p>Requests and time: unknown, because {reasons[estimate.why]}. Rows are counted as they are written.</p>
  const { rows, requests, seconds, isExact } = estimate
  const count = `${numberText(rows, locale)} ${rows === 1 ? 'row' : 'rows'}`
  const asked = `${numberText(requests, locale)} ${requests === 1 ? 'request' : 'requests'}`
  return (
    <p className="tabular-nums">
      {isExact ? `${count} at the last look, ${asked}` : `Estimate from what is loaded: about ${count}, ${asked}`}
      {seconds !== null && `, about ${durationText(seconds, locale)}`}.
      {!isExact && ' Close gives no totals, so rows are counted as they are written.'}
    </p>
  )
}
