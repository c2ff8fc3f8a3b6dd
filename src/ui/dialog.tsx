import { type ReactNode, type RefObject, Suspense, useState } from 'react'
import { lazyPart } from './lazy-part.tsx'

const DialogWindow = lazyPart(async () => ({ default: (await import('./dialog-window.tsx')).DialogWindow }))

export interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  /** What takes the focus first; otherwise the first control. */
  initialFocus?: RefObject<HTMLElement | null>
  /** What takes the focus at the end; otherwise what had it before. */
  finalFocus?: RefObject<HTMLElement | null>
  /** Clicks outside do not close it. */
  sturdy?: boolean
  wide?: boolean
  children: ReactNode
}

/** A modal dialog in the middle, or at the bottom of a small screen. Its window is loaded when it first opens. */
export function Dialog(props: DialogProps) {
  const [wasOpen, setWasOpen] = useState(props.open)
  if (props.open && !wasOpen) setWasOpen(true)
  if (!wasOpen) return null
  return (
    <Suspense fallback={null}>
      <DialogWindow {...props} />
    </Suspense>
  )
}
