import { families, type Family } from '#core/activity/timeline/families.ts'

/** Strokes in a square of six pixels, over the family's colour. */
const marks: { readonly [F in Family]: string } = {
  calls: '',
  emails: 'M-1 7 7-1M-1 1 1-1M5 7 7 5',
  messages: 'M1 3h4',
  meetings: 'M0 3h6',
  notes: '',
  custom: 'M-1-1 7 7M5-1 7 1M-1 5 1 7',
  others: 'M3 0v6',
}

const hatches = ['unknown', 'fetching', 'waiting', 'failed'] as const

/** What the bars and the parts that are not known are filled with; once in the document. */
export function Patterns() {
  return (
    <defs>
      {families.map(({ id }) => (
        <pattern key={id} id={`timeline-${id}`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" style={{ fill: `var(--${id})` }} />
          <path className="mark" d={marks[id]} />
        </pattern>
      ))}
      {hatches.map((state) => (
        <pattern key={state} id={`timeline-${state}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <path
            className={`hatch hatch-${state}`}
            d={state === 'failed' ? 'M0 0 8 8M0 8 8 0' : 'M-2 2 2-2M0 8 8 0M6 10 10 6'}
          />
        </pattern>
      ))}
    </defs>
  )
}
