import { type ReactNode, type UIEvent, useMemo, useState } from 'react'
import { type Column, columnOf } from '#core/activity/columns.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import type { FindStore } from '#explorer/find/find-store.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { cx } from '#ui/cx.ts'
import { GridBody } from './grid-body.tsx'
import { GridHeader } from './grid-header.tsx'
import { GridSkeleton } from './grid-skeleton.tsx'
import { cardColumnIds, type Layout, lineSizes, type TableStyle } from './layout.ts'
import { useLook } from './use-look.ts'
import type { Activities } from './use-activities.ts'
import type { ConversationsView } from './use-conversations.ts'

interface Props {
  activities: Activities
  conversations: ConversationsView
  columns: readonly Column[]
  timeZone: string
  layout: Layout
  onOpen: (row: ActivityRow) => void
  find: FindStore
  /** Below the last row, or in place of rows. */
  footer: ReactNode
}

const cardColumns = cardColumnIds.flatMap((id) => columnOf(id) ?? [])

/** Pinned columns stick only while the table is scrolled sideways. */
function markSideways({ currentTarget }: UIEvent<HTMLElement>) {
  currentTarget.toggleAttribute('data-sideways', currentTarget.scrollLeft !== 0)
}

/** The table: a header that stays, rows that come and go, and what stands below them. */
export function Grid({ activities, conversations, columns, timeZone, layout, onOpen, find, footer }: Props) {
  const names = useNames()
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const { end, status } = activities
  const { isTree, outline } = conversations
  const shown = layout === 'cards' ? cardColumns : columns
  const look = useLook(shown, layout, isTree)
  const sizes = useMemo(
    (): TableStyle => ({ '--row-height': `${look.rowHeight}px`, ...(layout === 'lines' && lineSizes(shown, look)) }),
    [shown, layout, look],
  )
  return (
    <div
      ref={setScroller}
      data-scroller=""
      onScroll={markSideways}
      className={cx(
        'relative min-h-0 grow overflow-y-auto overscroll-contain bg-surface',
        // Without rows nothing in it takes the focus, by which keys would scroll it.
        layout === 'lines' && outline.lineCount > 0 ? 'overflow-x-auto' : 'overflow-x-hidden',
      )}
    >
      <div
        role={isTree ? 'treegrid' : 'grid'}
        aria-label="Activities"
        aria-multiselectable="true"
        aria-rowcount={end === 'ended' ? outline.lineCount + 1 : -1}
        aria-colcount={shown.length}
        aria-busy={status === 'loading'}
        style={sizes}
        className={look.wraps ? 'wraps' : undefined}
      >
        <GridHeader columns={shown} names={names} timeZone={timeZone} layout={layout} look={look} />
        {outline.lineCount > 0 && scroller && (
          <GridBody
            activities={activities}
            conversations={conversations}
            columns={shown}
            timeZone={timeZone}
            layout={layout}
            look={look}
            scroller={scroller}
            onOpen={onOpen}
            find={find}
          />
        )}
      </div>
      {status === 'loading' && <GridSkeleton columns={shown} layout={layout} look={look} />}
      {footer}
    </div>
  )
}
