import type { Person } from '#core/activity/details/person.ts'

/** A name with its address. */
export function PersonText({ person: { name, email } }: { person: Person }) {
  if (name === '') return <bdi className="break-all">{email}</bdi>
  return (
    <span className="break-words">
      <bdi>{name}</bdi>
      {email !== '' && <bdi className="text-ink-muted"> {email}</bdi>}
    </span>
  )
}
