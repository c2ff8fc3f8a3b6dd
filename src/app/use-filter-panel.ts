import { useEffect, useState } from 'react'
import { onFiltersWanted } from '#explorer/filters/choose-lead.ts'
import { useMediaQuery } from '#explorer/use-media-query.ts'

export interface FilterPanelState {
  readonly isOpen: boolean
  /** On small screens the panel takes the whole page. */
  readonly coversPage: boolean
  readonly isSheet: boolean
  readonly toggle: () => void
  readonly close: () => void
}

/** Open beside the table where there is room; a sheet that opens by hand where there is none. */
export function useFilterPanel(): FilterPanelState {
  const isSheet = useMediaQuery('(width < 900px)')
  const [isFolded, setIsFolded] = useState(false)
  const [isSheetOpen, setIsSheetOpen] = useState(false)
  const isOpen = isSheet ? isSheetOpen : !isFolded

  useEffect(
    () =>
      onFiltersWanted(() => {
        setIsFolded(false)
        setIsSheetOpen(true)
      }),
    [],
  )

  return {
    isOpen,
    coversPage: isSheet && isOpen,
    isSheet,
    toggle: () => (isSheet ? setIsSheetOpen(!isSheetOpen) : setIsFolded(!isFolded)),
    close: () => setIsSheetOpen(false),
  }
}
