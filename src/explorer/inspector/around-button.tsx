import { useMutation } from '@tanstack/react-query'
import { fetchActivityPage } from '#client/activity-pages.ts'
import { listPath } from '#core/close/activity-types.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { aroundQuery, reachAbove, type Spot, spotOf } from '#core/query/around.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'

/** Leads to the activity's place on its lead's timeline, with ten rows and more on either side. */
export function AroundButton({ wire }: { wire: WireActivity }) {
  const spot = spotOf(wire)
  return spot && <Around wire={wire} spot={spot} />
}

function Around({ wire, spot }: { wire: WireActivity; spot: Spot }) {
  const { client, setQuery, announce } = useExplorer()
  const search = useMutation({
    mutationFn: async () => {
      if (!client) throw new Error('Not connected.')
      return reachAbove(
        spot,
        async (parameters) => (await fetchActivityPage(client, { path: listPath(''), parameters })).data.length,
      )
    },
    onSuccess: (until) => setQuery((now) => aroundQuery(now, wire, spot, until)),
    onError: ({ message }) => announce(message),
  })
  return (
    <Button size="small" icon="panel" greyed={search.isPending} onClick={() => search.mutate()}>
      {search.isPending ? 'Looking…' : search.isError ? 'Show around this: try again' : 'Show around this'}
    </Button>
  )
}
