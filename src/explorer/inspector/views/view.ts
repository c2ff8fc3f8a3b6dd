import type { WireActivity } from '#core/close/wire.ts'

/** What every type's view is given: the activity as sent. Whatever it says is shown as text, or in the mail frame. */
export interface ViewProps {
  wire: WireActivity
  id: string
}
