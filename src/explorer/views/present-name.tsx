import { useRecordRecent } from './use-record-recent.ts'
import { usePresentView } from './view-store.ts'

/** The name of the view on screen. Notes the query, too, once somebody stays with it. */
export function PresentName() {
  useRecordRecent()
  const present = usePresentView()
  if (!present) return null
  return (
    <span className="max-w-40 truncate @max-4xl:sr-only">
      {present.view.name}
      {present.isModified && ' · modified'}
    </span>
  )
}
