import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Gives the focus to what takes the place of a button that had it. */
export function useFocusKeeper(isReplaced: boolean): RefObject<HTMLParagraphElement | null> {
  const ref = useRef<HTMLParagraphElement>(null)
  const was = useRef(isReplaced)
  useLayoutEffect(() => {
    if (isReplaced && !was.current && document.activeElement === document.body)
      ref.current?.focus({ preventScroll: true })
    was.current = isReplaced
  }, [isReplaced])
  return ref
}
