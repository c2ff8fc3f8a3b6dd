import { useSyncExternalStore } from 'react'
import { partIsGone } from '#lib/fetch-part.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'

/** When a part of the page cannot be had: as a rule the server has a newer version than the page. */
export function ReloadNotice() {
  const isGone = useSyncExternalStore(partIsGone.subscribe, partIsGone.get)
  if (!isGone) return null
  return (
    <div role="alert">
      <Notice
        tone="warn"
        actions={
          <Button icon="retry" onClick={() => window.location.reload()}>
            Reload
          </Button>
        }
      >
        A part of this page could not be loaded; there may be a newer version. Your query is in the address and stays.
      </Notice>
    </div>
  )
}
