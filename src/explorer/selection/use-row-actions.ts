import type { Column, ColumnContext } from '#core/activity/columns.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { useActions } from '#explorer/actions/use-action.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { closeAddress, notInClose } from '#explorer/inspector/close-address.ts'
import { linkTo } from '#explorer/share/link-to.ts'
import { fetchPart } from '#lib/fetch-part.ts'
import { useSelection } from './use-selection.ts'

const nowhere = 'Go to a row first.'

/** What can be done with the row that was last gone to. An open activity comes first, and a selection before one row's copy. */
export function useRowActions(row: ActivityRow | null, columns: readonly Column[], context: ColumnContext): void {
  const { query, timeZone, at, actions } = useExplorer()
  const hasSelection = useSelection().rows.size > 0
  const id = row?.id ?? null
  const address = closeAddress(query.source, row)
  const elsewhere = id === null ? nowhere : query.open === null ? null : 'An activity is open.'

  async function copy(said: string, text: () => string | Promise<string>) {
    try {
      await navigator.clipboard.writeText(await text())
      actions.say(said)
    } catch {
      actions.say('The browser did not allow copying.')
    }
  }

  async function asText(): Promise<string> {
    const { copyText } = await fetchPart(() => import('#core/selection/copy-text.ts'))
    return row ? copyText('text', [row], columns, context) : ''
  }

  useActions([
    {
      id: 'copy-text',
      run: () => void copy('Row copied as text.', asText),
      unavailable: hasSelection ? 'The selected rows are copied.' : row ? null : nowhere,
    },
    {
      id: 'copy-link',
      run: () => void copy('Link copied.', () => linkTo({ ...query, open: id }, { timeZone, now: at }, 'exact')),
      unavailable: elsewhere,
    },
    {
      id: 'open-in-close',
      run: () => void window.open(address ?? '', '_blank', 'noopener,noreferrer'),
      unavailable: elsewhere ?? (address === null ? notInClose : null),
    },
  ])
}
