import { useEffect, useRef, useState } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { fullText, isFull, movedBy, restored, type SavedView, without } from './view-book.ts'
import { changeBook, useOpenView, usePresentView, useViewBook } from './view-store.ts'

interface Deleted {
  readonly view: SavedView
  readonly place: number
}

/** The views of this browser, in an order of one's own. */
export function SavedViews({ onOpened }: { onOpened: () => void }) {
  const { announce } = useExplorer()
  const book = useViewBook()
  const { views } = book
  const openView = useOpenView()
  const present = usePresentView()
  const [deleted, setDeleted] = useState<Deleted | null>(null)
  const undo = useRef<HTMLButtonElement>(null)

  // The button that had the focus has gone with its view.
  useEffect(() => {
    if (deleted) undo.current?.focus()
  }, [deleted])

  function move(view: SavedView, by: 1 | -1) {
    changeBook((now) => movedBy(now, view.id, by))
    announce(`${view.name}: place ${views.indexOf(view) + 1 + by} of ${views.length}.`)
  }

  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-xs font-medium text-ink-muted">Saved</h3>
      {views.length === 0 && !deleted && <p className="text-ink-muted">None yet.</p>}
      <ul aria-label="Saved views">
        {views.map((view, place) => (
          <li key={view.id} className="flex items-center rounded-md hover:bg-sunken">
            <button
              type="button"
              aria-current={present?.view.id === view.id ? 'true' : undefined}
              className={cx(
                'min-h-7 min-w-0 grow cursor-default truncate px-1 text-start pointer-coarse:min-h-11',
                present?.view.id === view.id && 'font-semibold',
              )}
              onClick={() => {
                openView(view)
                onOpened()
              }}
            >
              {view.name}
            </button>
            <IconButton
              size="small"
              icon="chevron-up"
              label={`Move ${view.name} up`}
              greyed={place === 0 && 'It is the first view.'}
              onClick={() => move(view, -1)}
            />
            <IconButton
              size="small"
              icon="chevron-down"
              label={`Move ${view.name} down`}
              greyed={place === views.length - 1 && 'It is the last view.'}
              onClick={() => move(view, 1)}
            />
            <IconButton
              size="small"
              icon="cross"
              label={`Delete ${view.name}`}
              onClick={() => {
                changeBook((now) => without(now, view.id))
                setDeleted({ view, place })
                announce(`${view.name}: deleted.`)
              }}
            />
          </li>
        ))}
      </ul>
      {deleted && (
        <p className="flex items-center justify-between gap-2 rounded-md bg-sunken px-2 py-1">
          <span className="truncate">{deleted.view.name} is deleted.</span>
          <Button
            ref={undo}
            size="small"
            greyed={isFull(book)}
            title={isFull(book) ? fullText : undefined}
            onClick={() => {
              changeBook((now) => restored(now, deleted.view, deleted.place))
              setDeleted(null)
            }}
          >
            Undo
          </Button>
        </p>
      )}
    </section>
  )
}
