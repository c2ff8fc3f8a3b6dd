import { useState } from 'react'
import { columnsOf } from '#core/activity/columns.ts'
import { keepsOf } from '#core/activity/refinements.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { Button } from '#ui/button.tsx'
import { copyTable, rowsToCopy } from './copy-table.ts'
import { useLoadedPages } from './use-known.ts'

/** "Copy as table": the loaded rows that the refinements keep, with the visible columns. */
export function CopyTableButton() {
  const { query, timeZone, locale, announce } = useExplorer()
  const names = useNames()
  const loadedPages = useLoadedPages()
  const [said, setSaid] = useState<string | null>(null)
  const { rows, count } = rowsToCopy(loadedPages(), keepsOf(query), locale)

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
        title={rows.length === 0 ? `Nothing to copy: ${count}.` : `${count}, as the table shows them`}
        onClick={() => void copy()}
      >
        Copy as table
      </Button>
      {said !== null && <span className="text-ink-muted">{said}</span>}
    </span>
  )
}
