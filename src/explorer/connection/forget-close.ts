import type { QueryClient } from '@tanstack/react-query'

/** Aborts what is being asked of Close, and drops what it answered. Every such query's key begins with its source. */
export function forgetClose(queryClient: QueryClient): void {
  const ofClose = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] === 'close' }
  void queryClient.cancelQueries(ofClose)
  queryClient.removeQueries(ofClose)
}
