import { CopyButton } from './copy-button.tsx'

interface Props {
  label: string
  id: string | null
  name: string | undefined
}

/** Who or what an activity points to: the name, and the id to be copied. */
export function Reference({ label, id, name }: Props) {
  if (id === null && name === undefined) return null
  return (
    <div className="grid grid-cols-[5rem_minmax(0,1fr)_auto] items-center gap-x-2">
      <dt className="text-ink-muted">{label}</dt>
      <dd className="min-w-0">
        {name !== undefined && <span className="block">{name}</span>}
        {id !== null && <code className="block truncate font-mono text-xs text-ink-faint" title={id}>{id}</code>}
      </dd>
      {id !== null && (
        <dd>
          <CopyButton label={`Copy ${label.toLowerCase()} ID`} text={() => id} />
        </dd>
      )}
    </div>
  )
}
