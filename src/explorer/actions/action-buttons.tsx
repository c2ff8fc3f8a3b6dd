import { useExplorer } from '#explorer/explorer-context.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { isMac } from './is-mac.ts'

/** Opens the palette, and tells its keys. */
export function PaletteButton() {
  const { actions } = useExplorer()
  return (
    <Button
      look="quiet"
      icon="search"
      aria-haspopup="dialog"
      aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
      aria-label="Do anything"
      title="Do anything"
      onClick={() => actions.run('palette')}
    >
      <kbd aria-hidden="true" className="font-sans text-xs max-lg:hidden">
        {isMac ? '⌘ K' : 'Ctrl K'}
      </kbd>
    </Button>
  )
}

export function KeysButton() {
  const { actions } = useExplorer()
  return (
    <IconButton
      label="Keys"
      icon="keyboard"
      aria-haspopup="dialog"
      aria-keyshortcuts="?"
      onClick={() => actions.run('keys')}
    />
  )
}
