import type { Referent } from '#core/activity/details/fact.ts'
import type { Names } from '#core/activity/names.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { CopyIcon } from '#explorer/copy-button.tsx'
import { useHasLeft } from './use-has-left.ts'

interface Props {
  to: Referent
  id: string
  /** What the activity itself says. */
  name: string | null
  /** What it is called where its id is copied. */
  noun: string
}

/** Who or what an activity points to: the name, the id to be copied, and why there is no name. */
export function Reference({ to, id, name, noun }: Props) {
  const names = useNames()
  const { nameStore } = useExplorer()
  const known = (isNamed(to) ? names[to](id) : undefined) ?? name
  const hasLeft = useHasLeft(to === 'user' ? id : null)
  const absence = known === null && isNamed(to) ? nameStore.absence(to, id) : null
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className="min-w-0 grow">
        {to === 'activity' ? (
          <ActivityLink id={id}>{known ?? 'Show it'}</ActivityLink>
        ) : (
          <bdi className="break-words">{known}</bdi>
        )}
        {hasLeft && known !== null && <span className="text-ink-muted"> (inactive)</span>}
        {absence !== null && <span className="block text-xs text-ink-muted">{reasons[absence]}</span>}
        {known === null && to !== 'activity' && <Id id={id} />}
      </span>
      {known !== null && <Id id={id} isShort />}
      <CopyIcon label={`Copy ${noun.toLowerCase().replace(/ id$/, '')} ID`} text={() => id} />
    </span>
  )
}

const reasons = {
  'not-given': 'Deleted, or you cannot see it.',
  'not-asked': 'The name could not be loaded.',
}

function isNamed(to: Referent): to is keyof Names {
  return to !== 'activity' && to !== 'other'
}

function Id({ id, isShort = false }: { id: string; isShort?: boolean }) {
  return (
    <code
      dir="ltr"
      title={id}
      className={
        isShort
          ? 'block w-20 shrink-0 truncate font-mono text-xs text-ink-faint'
          : 'block truncate font-mono text-xs leading-5 text-ink-muted'
      }
    >
      {id}
    </code>
  )
}

/** Opens another activity in place of this one. */
function ActivityLink({ id, children }: { id: string; children: string }) {
  const { setQuery } = useExplorer()
  return (
    <button
      type="button"
      className="cursor-default rounded-sm text-start text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent"
      onClick={() => setQuery((now) => ({ ...now, open: id }))}
    >
      {children}
    </button>
  )
}
