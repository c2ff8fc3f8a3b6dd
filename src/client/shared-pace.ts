/**
 * Tells others on the same connection, other tabs and workers of this page, about requests, pauses and reductions, and learns theirs:
 * Close counts a key's requests wherever they come from. Nothing that is told is secret, and nothing is needed from anybody.
 */
import type { Pacer, PaceNews } from './pacer.ts'

export interface PaceChannel {
  readonly post: (message: unknown) => void
  readonly listen: (listener: (message: unknown) => void) => void
  readonly close: () => void
}

/**
 * The browser's channel of that name; null where there is none.
 *
 * @param connection Source and organization; never anything of the credential.
 */
export function openPaceChannel(connection: string): PaceChannel | null {
  try {
    const channel = new BroadcastChannel(`close-explorer pace ${connection}`)
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within its origin
      post: (message) => channel.postMessage(message),
      listen: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
      close: () => channel.close(),
    }
  } catch {
    return null
  }
}

/** Keeps the pace together with whoever else is on the channel; returns how to leave. */
export function sharePace(pacer: Pacer, channel: PaceChannel | null): () => void {
  if (!channel) return () => undefined
  let open = true
  const post = (message: unknown) => {
    if (!open) return
    try {
      channel.post(message)
    } catch {
      // A channel that fails takes nothing away: each keeps to its own answers.
      open = false
    }
  }
  const stop = pacer.onNews(post)
  channel.listen((message) => {
    if (!open) return
    if (isHello(message)) for (const news of pacer.standing()) post(news)
    const news = newsOf(message)
    if (news) pacer.learn(news)
  })
  post({ kind: 'hello' })
  return () => {
    stop()
    open = false
    channel.close()
  }
}

function isHello(message: unknown): boolean {
  return membersOf(message)['kind'] === 'hello'
}

const longestGroup = 300

/** The message, if it is one; other versions of the page may speak otherwise. */
function newsOf(message: unknown): PaceNews | null {
  const { kind, group, until, rate, announced } = membersOf(message)
  if (kind === 'spent' && typeof group === 'string' && group.length <= longestGroup) return { kind, group }
  if (kind === 'paused' && Number.isFinite(until)) return { kind, until: Number(until) }
  if (kind === 'reduced' && isRate(rate)) return { kind, rate, announced: isRate(announced) ? announced : null }
  return null
}

function isRate(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}

function membersOf(message: unknown): Readonly<Record<string, unknown>> {
  return typeof message === 'object' && message !== null ? { ...message } : {}
}
