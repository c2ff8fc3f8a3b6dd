import { type ReactNode, type RefObject, Suspense, useMemo, useState } from 'react'
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
  finalFocus?: RefObject<HTMLElement | null> | undefined
  /** Clicks outside do not close it. */
  sturdy?: boolean
  wide?: boolean
  children: ReactNode
}

/** A modal dialog in the middle, or at the bottom of a small screen. Its window is loaded when it first opens. */
export function Dialog(props: DialogProps) {
  const { open } = props
  const [wasOpen, setWasOpen] = useState(open)
  if (open && !wasOpen) setWasOpen(true)
  const before = useFocusBefore(open)
  if (!wasOpen) return null
  return (
    <Suspense fallback={null}>
      <DialogWindow finalFocus={before} {...props} />
    </Suspense>
  )
}

/** What had the focus when it was opened. Base UI would go by what was last opened, which may be a list elsewhere on the page. */
function useFocusBefore(open: boolean): RefObject<HTMLElement | null> | undefined {
  const [seen, setSeen] = useState({ open: false, element: null as HTMLElement | null })
  if (seen.open !== open) setSeen({ open, element: open ? focused() : seen.element })
  const { element } = seen
  return useMemo(() => (element ? { current: element } : undefined), [element])
}

function focused(): HTMLElement | null {
  const { activeElement, body } = document
  return activeElement instanceof HTMLElement && activeElement !== body ? activeElement : null
}
