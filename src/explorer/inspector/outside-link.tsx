import type { ReactNode } from 'react'
import { Icon } from '#ui/icon.tsx'

/** Leads out of the page; says where to on hover. */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      title={href}
      target="_blank"
      rel="noopener noreferrer"
      className="break-words text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent"
    >
      {children}
      <Icon name="external" className="ms-1 inline size-3 align-[-1px]" />
      <span className="sr-only"> (opens a new tab)</span>
    </a>
  )
}
