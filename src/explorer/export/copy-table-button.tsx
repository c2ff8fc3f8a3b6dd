import { useState } from 'react'
import { columnsOf } from '#core/activity/columns.ts'
import { numberText } from '#core/activity/format.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { Button } from '#ui/button.tsx'
import { copyTable, rowsToCopy } from './copy-table.ts'
import { useLoadedPages } from './use-known.ts'

/** "Copy as table": the loaded rows, or the selected ones among them, with the visible columns. */
export function CopyTableButton({ ids = null }: { ids?: ReadonlySet<string> | null }) {
  const { query, timeZone, locale, announce } = useExplorer()
  const names = useNames()
  const loadedPages = useLoadedPages()
  const [said, setSaid] = useState<string | null>(null)
  const rows = rowsToCopy(loadedPages(), ids)
  const count = `${numberText(rows.length, locale)} ${ids ? 'selected' : 'loaded'} ${rows.length === 1 ? 'row' : 'rows'}`

  async function copy() {
    const context = { names, timeZone: query.timeZone ?? timeZone, locale, sort: query.sort }
    try {
      await copyTable(rows, columnsOf(query), context)
      say(`Copied ${count}.`)
    } catch {
      say('The browser did not allow copying.')
    }
  }

  function say(text: string) {
    setSaid(text)
    announce(text)
  }

  return (
    <span className="flex items-center gap-2">
      <Button
        icon="copy"
        greyed={rows.length === 0}
        title={rows.length === 0 ? 'No rows are loaded.' : `The first ${count}, as the table shows them`}
        onClick={() => void copy()}
      >
        Copy as table
      </Button>
      {said !== null && <span className="text-ink-muted">{said}</span>}
    </span>
  )
}
