import { useMemo, useSyncExternalStore } from 'react'
import { marksOf } from '#core/find/step.ts'
import type { Outline } from '#explorer/results/outline.ts'
import type { FindStore } from './find-store.ts'

/** Marks told apart along the scrollbar. */
const parts = 240

/** Where the matches lie in the whole of the loaded rows, beside the scrollbar. */
export function FindMarks({ store, outline }: { store: FindStore; outline: Outline }) {
  const { rows } = useSyncExternalStore(store.subscribe, store.found)
  const marks = useMemo(
    () =>
      marksOf(
        rows.flatMap((row) => outline.indexOf({ row, message: null }) ?? []),
        outline.lineCount,
        parts,
      ),
    [rows, outline],
  )
  // One shape: as elements of their own, two hundred marks above the rows cost every frame of scrolling a few milliseconds.
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 1 ${parts}`}
      preserveAspectRatio="none"
      className="pointer-events-none absolute end-0 top-8 bottom-1 z-10 h-[calc(100%-2.25rem)] w-2 fill-warn"
    >
      <path d={marks.map((mark) => `M0 ${mark}h1v1h-1z`).join('')} />
    </svg>
  )
}
