import { useRef, useState } from 'react'
import { useActions } from '#explorer/actions/use-action.ts'

/** Which messages of a conversation are open, the newest to begin with, and the keys that go from one to the next. */
export function useOpenMessages(count: number) {
  const list = useRef<HTMLOListElement>(null)
  const [open, setOpen] = useState<ReadonlySet<number>>(() => new Set([0]))

  function set(place: number, isOpen: boolean) {
    setOpen((now) => (isOpen ? new Set([...now, place]) : new Set([...now].filter((each) => each !== place))))
  }

  /** From the message that has the focus, or from the top. */
  function step(by: 1 | -1) {
    const messages = [...(list.current?.children ?? [])]
    const at = messages.findIndex((message) => message.contains(document.activeElement))
    const place = Math.min(messages.length - 1, Math.max(0, at + by))
    set(place, true)
    const line = messages[place]?.querySelector('button')
    line?.focus()
    line?.scrollIntoView({ block: 'nearest' })
  }

  useActions([
    { id: 'next-message', run: () => step(1) },
    { id: 'previous-message', run: () => step(-1) },
    { id: 'open-messages', run: () => setOpen(new Set(Array.from({ length: count }, (_, place) => place))) },
    { id: 'close-messages', run: () => setOpen(new Set()) },
  ])
  return { list, isOpen: (place: number) => open.has(place), set }
}
