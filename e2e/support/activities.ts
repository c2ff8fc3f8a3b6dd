/** Activities as the API gives them, for stories that look at one of each kind. */
import type { SandboxControl } from './sandbox-control.ts'

export type Wire = Readonly<Record<string, unknown>>

interface Page {
  readonly data: readonly Wire[]
  readonly has_more: boolean
}

/** The newest activity of a list that fits, as the API gives it by its id. */
export async function findActivity(
  sandbox: SandboxControl,
  resource: string,
  fits: (wire: Wire) => boolean = () => true,
): Promise<Wire> {
  for (let skip = 0; ; skip += 100) {
    const { data, has_more: more } = (await sandbox.get(`/activity/${resource}/?_limit=100&_skip=${skip}`)) as Page
    const found = data.find(fits)
    if (found) return getActivity(sandbox, String(found['id']))
    if (!more) throw new Error(`The sandbox has no such activity in ${resource}.`)
  }
}

export async function getActivity(sandbox: SandboxControl, id: string): Promise<Wire> {
  return (await sandbox.get(`/activity/${id}/`)) as Wire
}
