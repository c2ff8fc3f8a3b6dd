import { useId } from 'react'
import { Button } from '#ui/button.tsx'

interface Props {
  /** Of the landmark. */
  label: string
  page: number
  hasNext: boolean
  isFetching: boolean
  /** "rows 201 to 400 of 1,532". */
  range: string
  onTurn: (page: number) => void
}

/** The way to the pages before and after. At the first and the last the button stays, and says why. */
export function PageTurner({ label, page, hasNext, isFetching, range, onTurn }: Props) {
  const id = useId()
  const why = isFetching ? 'More rows are being loaded.' : 'This is the last page.'
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-2">
      <Button icon="chevron-left" greyed={page === 0} aria-describedby={`${id}-first`} onClick={() => onTurn(page - 1)}>
        Previous page
      </Button>
      <Button greyed={!hasNext} aria-describedby={`${id}-last`} onClick={() => onTurn(page + 1)}>
        Next page
      </Button>
      <p className="text-ink-muted tabular-nums">{range.charAt(0).toUpperCase() + range.slice(1)}</p>
      <span id={`${id}-first`} hidden>
        {page === 0 && 'This is the first page.'}
      </span>
      <span id={`${id}-last`} hidden>
        {!hasNext && why}
      </span>
    </nav>
  )
}
