import { Button } from '#ui/button.tsx'

interface Props {
  /** Of the landmark. */
  label: string
  page: number
  /** Null where there is a next page. */
  whyNoNext: string | null
  /** "rows 201 to 400 of 1,532". */
  range: string
  onTurn: (page: number) => void
}

/** The way to the pages before and after. At the first and the last the button stays, and says why. */
export function PageTurner({ label, page, whyNoNext, range, onTurn }: Props) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-2">
      <Button icon="chevron-left" greyed={page === 0 && 'This is the first page.'} onClick={() => onTurn(page - 1)}>
        Previous page
      </Button>
      <Button greyed={whyNoNext} onClick={() => onTurn(page + 1)}>
        Next page
      </Button>
      <p className="text-ink-muted tabular-nums">{range.charAt(0).toUpperCase() + range.slice(1)}</p>
    </nav>
  )
}
