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
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-y-0 end-0 z-10 w-2">
      {marks.map((mark) => (
        <span
          key={mark}
          className="absolute inset-x-0 h-0.75 rounded-full bg-warn"
          style={{ top: `calc(2rem + ${mark / parts} * (100% - 2.25rem))` }}
        />
      ))}
    </div>
  )
}
