import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react'
import { type Column, columnsList } from '#core/activity/columns.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { clampWidth, leastWidth, mostWidth, withWidth } from '#explorer/looks/table-look.ts'
import { changeLook, useListLook } from '#explorer/looks/use-table-look.ts'
import { cx } from '#ui/cx.ts'
import { fittingWidth } from './fitting-width.ts'

interface Props {
  column: Column
  header: string
  /** Of all these one is a tab stop; Up and Down lead to the others. */
  isFirst: boolean
}

/** Pixels a key press, and with Shift. */
const step = 10
const leap = 50

/** The edge of a column: dragged, moved by keys, fitted by a double click. */
export function ColumnWidth({ column, header, isFirst }: Props) {
  const { query, announce } = useExplorer()
  const { widths } = useListLook()
  const chosen = Object.hasOwn(widths, column.id) ? widths[column.id] : undefined
  const handle = useRef<HTMLDivElement>(null)
  const grip = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const [isGripped, setIsGripped] = useState(false)
  // Columns give way and take what is left: how wide this one is, only its header knows.
  const [drawn, setDrawn] = useState<number | null>(null)
  const width = drawn ?? chosen ?? column.width

  useLayoutEffect(() => {
    const cell = handle.current?.parentElement
    if (!cell) return
    const observer = new ResizeObserver(() => setDrawn(Math.round(cell.getBoundingClientRect().width)))
    observer.observe(cell)
    return () => observer.disconnect()
  }, [])

  const setWidth = (next: number | null) => changeLook((look) => withWidth(look, columnsList(query), column.id, next))
  const present = () => handle.current?.parentElement?.getBoundingClientRect().width ?? width
  const sign = () => (handle.current && getComputedStyle(handle.current).direction === 'rtl' ? -1 : 1)

  function fit() {
    const grid = handle.current?.closest<HTMLElement>('[role=grid],[role=treegrid]')
    const place = Number(handle.current?.parentElement?.getAttribute('aria-colindex'))
    if (grid) say(setWidthTo(fittingWidth(grid, place)))
  }

  function setWidthTo(next: number): number {
    const clamped = clampWidth(next)
    setWidth(clamped)
    return clamped
  }

  function say(next: number) {
    announce(`${header}: ${next} pixels wide.`)
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const by = event.shiftKey ? leap : step
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowRight') setWidthTo(present() + by * sign())
    else if (event.key === 'ArrowLeft') setWidthTo(present() - by * sign())
    else if (event.key === 'Enter') fit()
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      setWidth(null)
      announce(`${header}: its own width.`)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      neighbour(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    event.currentTarget.focus()
    grip.current = { x: event.clientX, width: present() }
    setIsGripped(true)
  }

  function onPointerMove(event: PointerEvent) {
    if (grip.current && Math.abs(event.clientX - grip.current.x) > 1)
      setWidthTo(grip.current.width + (event.clientX - grip.current.x) * sign())
  }

  function release() {
    grip.current = null
    setIsGripped(false)
  }

  return (
    <div
      ref={handle}
      role="separator"
      data-column-width=""
      aria-orientation="vertical"
      aria-label={`Width of ${header}`}
      aria-valuenow={width}
      aria-valuemin={leastWidth}
      aria-valuemax={mostWidth}
      aria-valuetext={`${width} pixels`}
      title="Drag to change the width, double-click to fit. By keys: Left and Right, Enter to fit, Delete to take back, Up and Down for the other columns"
      tabIndex={isFirst ? 0 : -1}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      // Where the press was may be over the header by now, which a browser would then begin to drag.
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
      onDoubleClick={fit}
      className={cx(
        'group absolute inset-y-0 -end-1.5 z-10 flex w-3 cursor-col-resize pointer-coarse:-end-3 pointer-coarse:w-6 touch-none justify-center select-none focus-visible:-outline-offset-2',
        isGripped && 'bg-accent-soft',
      )}
    >
      <span aria-hidden="true" className="my-1.5 w-px bg-line-strong/60 group-hover:bg-accent" />
    </div>
  )
}

function neighbour(from: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const all = [...(from.closest('[role=row]')?.querySelectorAll<HTMLElement>('[data-column-width]') ?? [])]
  return all[all.indexOf(from) + by]
}
