import { PaletteButton } from '#explorer/actions/action-buttons.tsx'
import { useExplorer } from '#explorer/explorer-context.ts'
import { ExportButton } from '#explorer/export/export-button.tsx'
import { Button } from '#ui/button.tsx'
import { filterPanelId } from './filter-panel.tsx'
import { SkipLinks } from './skip-links.tsx'
import { SecondaryControls } from './secondary-controls.tsx'
import type { FilterPanelState } from './use-filter-panel.ts'

export function TopBar({ panel }: { panel: FilterPanelState }) {
  const { query } = useExplorer()
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-3">
      <SkipLinks />
      <Button
        look="quiet"
        icon="filter"
        aria-expanded={panel.isOpen}
        aria-controls={filterPanelId}
        onClick={panel.toggle}
      >
        Filters
      </Button>
      <h1 className="truncate text-sm font-semibold max-sm:sr-only">Close Activity Explorer</h1>
      {query.source === 'sandbox' && (
        <span
          title="Invented activities, to try things out"
          className="shrink-0 rounded-full border border-line bg-accent-soft px-2 text-xs leading-5 font-medium text-accent"
        >
          Sandbox
        </span>
      )}
      <span className="grow" />
      <PaletteButton />
      {!panel.isSheet && <SecondaryControls />}
      <ExportButton />
    </header>
  )
}
