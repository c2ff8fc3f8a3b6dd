/** Whether an export can go on from a checkpoint, and what a checkpoint says. */
import type { Edge } from '#core/query/plan-types.ts'
import type { Checkpoint, Rest } from './checkpoint.ts'
import type { ExportNeeds } from './needs.ts'
import { fingerprintOf } from './question.ts'

/** Why not, as a sentence; null when it can. */
export function refusalOf(needs: ExportNeeds): string | null {
  const { saved, organizationId = null } = needs
  if (!saved) return null
  if (saved.question !== fingerprintOf(needs))
    return 'The interrupted export was of another question, other columns or another format, so it cannot be gone on with.'
  if (saved.organizationId !== organizationId)
    return 'The interrupted export was of another organization, so it cannot be gone on with.'
  return null
}

export function restOf(
  saved: Checkpoint | undefined,
  plan: { readonly from: Edge | null; readonly until: Edge | null },
): Rest {
  return saved?.rest ?? { from: plan.from, until: plan.until, cursor: null, found: 0 }
}
