import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'
import { ConnectButton } from './connect-button.tsx'
import { useConnectionState } from './connection.ts'
import { forgetClose } from './forget-close.ts'

/** For the header: who is connected, or the way to connect. */
export function ConnectionControl() {
  const { announce, connection } = useExplorer()
  const state = useConnectionState(connection)
  const queryClient = useQueryClient()
  const isConnected = state.status === 'connected'
  const group = useFocusKept(isConnected)

  function disconnect() {
    connection.disconnect()
    forgetClose(queryClient)
    announce('Disconnected. The key and everything read with it are forgotten.')
  }

  return (
    <div ref={group} className="flex min-w-0 items-center gap-2">
      {isConnected ? (
        <>
          <span className="min-w-0 truncate text-ink-muted" title={`${state.user} · ${state.organization}`}>
            {state.user} · {state.organization}
          </span>
          <Button onClick={disconnect}>Disconnect</Button>
        </>
      ) : (
        <ConnectButton />
      )}
    </div>
  )
}

/** The button that was pressed gives way to another: the focus goes there, not to the page. */
function useFocusKept(isConnected: boolean) {
  const group = useRef<HTMLDivElement>(null)
  const before = useRef(isConnected)
  useEffect(() => {
    if (before.current === isConnected) return
    before.current = isConnected
    if (document.activeElement === document.body) group.current?.querySelector('button')?.focus()
  }, [isConnected])
  return group
}
