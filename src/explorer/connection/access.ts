/** How this page reaches what it asks. */
import type { Credential } from '#client/credential.ts'
import type { Source } from '#core/query/activity-query.ts'

/** Opens the sandbox and nothing else. */
export const sandboxCredential: Credential = { kind: 'api-key', secret: 'api_sandbox' }

/** On the page's own origin. */
export const basePaths: { readonly [S in Source]: string } = { sandbox: '/sandbox/api/v1', close: '/api/v1' }

/** Whoever asks for the same organization keeps one pace: the page, its export, other tabs. */
export function paceName(source: Source, organizationId: string | null = null): string {
  return organizationId === null ? source : `${source} ${organizationId}`
}
