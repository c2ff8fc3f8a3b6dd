import { useState } from 'react'
import type { Column, ColumnContext } from '#core/activity/columns.ts'
import { type CopyFormat, copyFormats, copyText } from '#core/selection/copy-text.ts'
import { inOrder, noSelection } from '#core/selection/selection.ts'
import { useActions } from '#explorer/actions/use-action.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { Button } from '#ui/button.tsx'
import { CompareDialog } from './compare-dialog.tsx'
import { useSelection } from './use-selection.ts'

const formats: { readonly [F in CopyFormat]: { readonly name: string; readonly action: `copy-${F}` } } = {
  text: { name: 'text', action: 'copy-text' },
  csv: { name: 'CSV', action: 'copy-csv' },
  markdown: { name: 'Markdown', action: 'copy-markdown' },
  json: { name: 'JSON', action: 'copy-json' },
}

/** What can be done with the selected rows. */
export function SelectionBar({ columns, timeZone }: { columns: readonly Column[]; timeZone: string }) {
  const { query, locale, selection, actions } = useExplorer()
  const names = useNames()
  const selected = useSelection()
  const [comparing, setComparing] = useState(false)
  const rows = inOrder(selected, query.sort)
  const ids = rows.flatMap(({ id }) => id ?? [])
  const cannotCompare = ids.length >= 2 && ids.length <= 4 ? null : 'Two to four activities can be compared.'

  async function copy(format: CopyFormat) {
    const context: ColumnContext = { names, timeZone, locale, sort: query.sort }
    try {
      await navigator.clipboard.writeText(copyText(format, rows, columns, context))
      actions.say(
        `${rows.length.toLocaleString(locale)} ${rows.length === 1 ? 'row' : 'rows'} copied as ${formats[format].name}.`,
      )
    } catch {
      actions.say('The browser did not allow copying.')
    }
  }

  const compare = () => setComparing(true)
  useActions([
    ...copyFormats.map((format) => ({ id: formats[format].action, run: () => void copy(format) })),
    { id: 'compare', run: compare, unavailable: cannotCompare },
  ])

  return (
    <div
      role="group"
      aria-label="Selected rows"
      className="flex shrink-0 flex-wrap items-center gap-1.5 border-t border-line bg-surface px-3 py-1.5"
    >
      <span className="me-1 text-ink-muted tabular-nums">{rows.length.toLocaleString(locale)} selected</span>
      {copyFormats.map((format) => (
        <Button key={format} size="small" icon="copy" onClick={() => void copy(format)}>
          Copy as {formats[format].name}
        </Button>
      ))}
      <Button size="small" greyed={cannotCompare} onClick={compare}>
        Compare
      </Button>
      <Button size="small" look="quiet" icon="cross" onClick={() => selection.set(noSelection)}>
        Clear selection
      </Button>
      {comparing && <CompareDialog ids={ids} onClose={() => setComparing(false)} />}
    </div>
  )
}
