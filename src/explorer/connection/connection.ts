/** Who this page speaks to Close as. The credential lives in a closure here and nowhere else. */
import { useSyncExternalStore } from 'react'
import type { CloseClient } from '#client/close-client.ts'
import type { Credential } from '#client/credential.ts'
import { fetchMe, type Me } from '#client/directory.ts'
import { CloseError } from '#client/errors.ts'

export type ConnectionState =
  | { readonly status: 'disconnected' }
  | { readonly status: 'checking' }
  | {
      readonly status: 'connected'
      readonly user: string
      readonly organization: string
      readonly organizationId: string
    }

export interface Connection {
  readonly getSnapshot: () => ConnectionState
  readonly subscribe: (listener: () => void) => () => void
  /** Speaks as whoever is connected; null before that. A new connection has a new client, with its own pace. */
  readonly client: () => CloseClient | null
  /** For a worker of this page, which keeps it no longer than its work and in memory only. Null while nobody is connected. */
  readonly lend: () => Credential | null
  /** Asks Close who this is, once. Rejects with the CloseError of that request and stays disconnected. */
  readonly connect: (credential: Credential, signal?: AbortSignal) => Promise<void>
  /** Forgets the credential. Whoever still holds its client, an export for instance, gets no further answer. */
  readonly disconnect: () => void
}

interface Needs {
  /** A client that sends exactly this credential. */
  readonly clientFor: (credential: Credential) => CloseClient
  /** Keeps its pace together with others in this organization; returns how to stop. */
  readonly share?: (client: CloseClient, organizationId: string) => () => void
}

const disconnected: ConnectionState = { status: 'disconnected' }

export function createConnection({ clientFor, share }: Needs): Connection {
  const listeners = new Set<() => void>()
  let state = disconnected
  let current: Revocable | null = null
  let attempt = 0

  const become = (next: ConnectionState, nextClient: Revocable | null) => {
    current?.revoke()
    state = next
    current = nextClient
    for (const listener of listeners) listener()
  }

  async function connect(credential: Credential, signal?: AbortSignal) {
    attempt += 1
    const mine = attempt
    become({ status: 'checking' }, null)
    const candidate = revocable(clientFor(credential), credential)
    try {
      const me = await fetchMe(candidate.client, signal)
      if (mine !== attempt) return
      candidate.joined(share?.(candidate.client, me.organization.id))
      become(connectedAs(me), candidate)
    } catch (error) {
      if (mine === attempt) become(disconnected, null)
      throw error
    }
  }

  function disconnect() {
    attempt += 1
    become(disconnected, null)
  }

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    client: () => current?.client ?? null,
    lend: () => (state.status === 'connected' ? (current?.credential ?? null) : null),
    connect,
    disconnect,
  }
}

interface Revocable {
  readonly credential: Credential
  readonly client: CloseClient
  /** What ends with it. */
  readonly joined: (leave: (() => void) | undefined) => void
  readonly revoke: () => void
}

/** A client that can be taken away from everybody who has it, with the requests under way. */
function revocable(client: CloseClient, credential: Credential): Revocable {
  const revoked = new AbortController()
  let leave: (() => void) | undefined
  const signalWith = (signal: AbortSignal | undefined) =>
    signal ? AbortSignal.any([signal, revoked.signal]) : revoked.signal
  return {
    credential,
    client: {
      pacer: client.pacer,
      requests: client.requests,
      get: (path, parameters, options) =>
        client.get(path, parameters, { ...options, signal: signalWith(options?.signal) }),
      post: (path, body, options) => client.post(path, body, { ...options, signal: signalWith(options?.signal) }),
    },
    joined: (how) => (leave = how),
    revoke: () => {
      leave?.()
      revoked.abort(new CloseError('unauthorized', { message: 'Disconnected from Close.' }))
    },
  }
}

function connectedAs(me: Me): ConnectionState {
  return { status: 'connected', user: me.name, organization: me.organization.name, organizationId: me.organization.id }
}

export function useConnectionState(connection: Connection): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.getSnapshot)
}
