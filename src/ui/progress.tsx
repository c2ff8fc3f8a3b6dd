/** How far something has come; without `value` (0 to 1) it is only known to go on. */
export function Progress({ label, value }: { label: string; value?: number | undefined }) {
  const known = value === undefined ? {} : { 'aria-valuenow': Math.round(value * 100) }
  return (
    <div role="progressbar" aria-label={label} {...known} className="h-1 w-full overflow-hidden rounded-full bg-line">
      <div
        className={value === undefined ? 'h-full w-1/3 animate-pulse bg-accent' : 'h-full bg-accent'}
        style={value === undefined ? undefined : { width: `${value * 100}%` }}
      />
    </div>
  )
}
