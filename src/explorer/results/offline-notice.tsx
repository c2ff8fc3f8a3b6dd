import { Notice } from '#ui/notice.tsx'
import { shownSince } from './failure.ts'

/** While there is no connection and nothing was asked for yet: of when the rows are. */
export function OfflineNotice({ since }: { since: string | null }) {
  return (
    <div role="alert">
      <Notice tone="warn">
        <strong className="font-semibold">Offline.</strong> {shownSince(since)}
      </Notice>
    </div>
  )
}
