import { lazy } from 'react'
import { fetchPart } from '#lib/fetch-part.ts'

const forEver = () => new Promise<never>(() => undefined)

/**
 * React's `lazy`, for a page that may be offline or older than its server: while the file does not come, what Suspense shows
 * instead stays, and the rest of the page goes on. `partIsGone` tells when it will never come.
 */
export const lazyPart: typeof lazy = (load) => lazy(() => fetchPart(load).catch(forEver))
