import { useState } from 'react'
import { describeFilters } from '#core/query/describe.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { IconButton } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'

/** What a link brought along that was changed, removed, or not understood. */
export function LinkNotice() {
  const { query, notes, secrets, names, locale, timeZone } = useExplorer()
  const [dismissed, setDismissed] = useState<unknown>(null)
  const applied = describeFilters(query, names, { locale, timeZone }).length
  const unread = query.unread.length
  return (
    <>
      {secrets.length > 0 && (
        <div role="alert">
          <Notice tone="danger">
            This link held a secret ({secrets.join(', ')}). It was taken out of the address bar and not used. Whoever
            sent or stored the link has it: consider making a new key in Close.
          </Notice>
        </div>
      )}
      {unread > 0 && (
        <Notice tone="warn">
          Opened with {applied} of {applied + unread} filters. What is struck through was not understood and is not
          applied, so there may be more activities here than were meant. Export waits until it is removed.
        </Notice>
      )}
      {notes.length > 0 && dismissed !== notes && (
        <Notice actions={<IconButton label="Dismiss" icon="cross" size="small" onClick={() => setDismissed(notes)} />}>
          {notes.length === 1 ? (
            notes[0]
          ) : (
            <ul className="list-disc ps-4">
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
    </>
  )
}
