import { useExplorer } from '#explorer/explorer-context.ts'

export interface Wording {
  readonly locale: string
  /** The chosen zone, or the viewer's. */
  readonly timeZone: string
}

/** How times and numbers are written here. */
export function useWording(): Wording {
  const { query, timeZone, locale } = useExplorer()
  return { locale, timeZone: query.timeZone ?? timeZone }
}
