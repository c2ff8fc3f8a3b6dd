import { useQueryClient } from '@tanstack/react-query'
import type { User } from '#client/directory.ts'
import { useExplorer } from '#explorer/explorer-context.ts'

/** Whether a user is known to be inactive. Reads the list that the names come from, and asks for nothing. */
export function useHasLeft(userId: string | null): boolean {
  const { query } = useExplorer()
  const cache = useQueryClient()
  if (userId === null) return false
  const users = cache.getQueryData<readonly User[]>([query.source, 'choices', 'users'])
  return users?.find(({ id }) => id === userId)?.active === false
}
