import { useQueryClient } from '@tanstack/react-query'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'
import { ConnectButton } from './connect-button.tsx'
import { useConnectionState } from './connection.ts'

/** For the header: who is connected, or the way to connect. */
export function ConnectionControl() {
  const { announce, connection } = useExplorer()
  const state = useConnectionState(connection)
  const queryClient = useQueryClient()

  if (state.status !== 'connected') return <ConnectButton />

  function disconnect() {
    void queryClient.cancelQueries()
    connection.disconnect()
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === 'close' })
    announce('Disconnected. The key and everything read with it are forgotten.')
  }

  return (
    <div className="flex min-w-0 items-center gap-2">
      <span className="min-w-0 truncate text-ink-muted" title={`${state.user} · ${state.organization}`}>
        {state.user} · {state.organization}
      </span>
      <Button onClick={disconnect}>Disconnect</Button>
    </div>
  )
}
