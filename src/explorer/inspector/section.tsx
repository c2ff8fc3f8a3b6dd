import { type ReactNode, useId } from 'react'

interface Props {
  title: string
  /** At the end of the heading's line. */
  aside?: ReactNode
  children: ReactNode
}

/** A titled part of an activity. */
export function Section({ title, aside, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <div className="flex min-h-6 items-center justify-between gap-2">
        <h3 id={id} className="text-xs font-semibold text-ink-muted">
          {title}
        </h3>
        {aside}
      </div>
      {children}
    </section>
  )
}
