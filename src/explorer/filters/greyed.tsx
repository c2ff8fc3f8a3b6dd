import { useId } from 'react'
import type { Control } from '#core/query/rules.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { FixButtons } from './fix-buttons.tsx'
import { type Greyings, greyingsOf } from './greying.ts'

/** What a control needs to be greyed with a reason that is written elsewhere. */
export interface GreyedProps {
  greyed: boolean
  describedBy: string | undefined
}

/** The greyings of some controls, the props each of them needs, and the id that ties them to `GreyedReasons`. */
export function useGreyings(...controls: readonly Control[]) {
  const id = useId()
  const { query } = useExplorer()
  const greyings = greyingsOf(query, controls)
  const propsFor = (control: Control): GreyedProps => {
    const index = greyings.reasons.findIndex((reason) => reason.control === control)
    return { greyed: index >= 0, describedBy: index >= 0 ? `${id}-${index}` : undefined }
  }
  return { id, ...greyings, propsFor }
}

/** The reasons as text, with the ways out as buttons. Where one sentence says it all, it stands for the single ones. */
export function GreyedReasons({ id, reasons, summary, fixes }: Greyings & { id: string }) {
  if (reasons.length === 0) return null
  return (
    <div className="flex flex-col gap-1.5 border-s-2 border-line-strong ps-2.5 text-xs text-ink-muted">
      {summary && <p aria-hidden="true">{summary}</p>}
      {reasons.map(({ control, reason }, index) => (
        <p key={control} id={`${id}-${index}`} className={summary ? 'sr-only' : undefined}>
          {reason}
        </p>
      ))}
      <FixButtons fixes={fixes} />
    </div>
  )
}
