import type { Column, ColumnContext } from '#core/activity/columns.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { useAction } from '#explorer/actions/use-action.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { fetchPart } from '#lib/fetch-part.ts'
import { useSelection } from './use-selection.ts'

/** Copying without a selection means the row that was last gone to. */
export function useCopyRow(row: ActivityRow | null, columns: readonly Column[], context: ColumnContext): void {
  const { actions } = useExplorer()
  const hasSelection = useSelection().rows.size > 0

  async function copy() {
    if (!row) return
    try {
      const { copyText } = await fetchPart(() => import('#core/selection/copy-text.ts'))
      await navigator.clipboard.writeText(copyText('text', [row], columns, context))
      actions.say('Row copied as text.')
    } catch {
      actions.say('The browser did not allow copying.')
    }
  }

  const hindrance = hasSelection ? 'The selected rows are copied.' : row ? null : 'Go to a row first.'
  useAction('copy-text', () => void copy(), hindrance)
}
