/** Moving over the timeline and choosing a part of it, by keys and by pointer. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { between, bucketUnder, type Chosen } from './geometry.ts'
import { bucketForKey } from './timeline-keys.ts'

interface Needs {
  /** Buckets there are. */
  readonly size: number
  /** A part was chosen. */
  readonly onChoose: (chosen: Chosen) => void
  /** A single bucket was clicked, or entered. */
  readonly onPress: (bucket: number) => void
}

export function useScrub({ size, onChoose, onPress }: Needs) {
  const [at, setAt] = useState<number | null>(null)
  const [anchor, setAnchor] = useState<number | null>(null)
  const [isFocused, setIsFocused] = useState(false)
  const [hovered, setHovered] = useState<number | null>(null)
  const isDragging = useRef(false)
  // The newest bucket to begin with; buckets may have become fewer.
  const current = Math.max(0, Math.min(at ?? size - 1, size - 1))
  const chosen = anchor === null ? null : between(Math.min(anchor, size - 1), current)

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.metaKey || event.ctrlKey) return
    const next = bucketForKey(event.key, current, size)
    if (next !== null) {
      setAnchor(event.shiftKey ? (anchor ?? current) : null)
      setAt(next)
    } else if (event.key === 'Enter') {
      if (chosen) onChoose(chosen)
      else onPress(current)
    } else if (event.key === 'Escape' && anchor !== null) {
      giveUp()
      event.stopPropagation()
    } else return
    event.preventDefault()
  }

  function bucketOf(event: PointerEvent<HTMLElement>): number {
    const box = event.currentTarget.getBoundingClientRect()
    return bucketUnder(event.clientX - box.left, box.width, size)
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0 || size === 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    isDragging.current = true
    setAnchor(bucketOf(event))
    setAt(bucketOf(event))
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    if (size === 0) return
    setHovered(bucketOf(event))
    if (isDragging.current) setAt(bucketOf(event))
  }

  function onPointerUp(event: PointerEvent<HTMLElement>) {
    if (!isDragging.current) return
    isDragging.current = false
    const last = bucketOf(event)
    setAnchor(null)
    if (anchor !== null && anchor !== last) onChoose(between(anchor, last))
    else onPress(last)
  }

  /** What is dragged is let go of without doing anything. */
  function giveUp() {
    isDragging.current = false
    setAnchor(null)
  }

  return {
    current,
    chosen,
    /** What is to be told about: under the pointer, or under the cursor of the keys. */
    shown: hovered ?? (isFocused || chosen ? current : null),
    cursor: isFocused || chosen ? current : null,
    handlers: {
      onKeyDown,
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: giveUp,
      onPointerLeave: () => setHovered(null),
      onFocus: () => setIsFocused(true),
      onBlur: () => setIsFocused(false),
    },
  }
}
