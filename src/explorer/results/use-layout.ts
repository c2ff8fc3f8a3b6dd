import { useMediaQuery } from '#explorer/use-media-query.ts'
import type { Layout } from './layout.ts'

/** Below 640 pixels a line of cells cannot be read. */
export function useLayout(): Layout {
  return useMediaQuery('(width < 640px)') ? 'cards' : 'lines'
}
