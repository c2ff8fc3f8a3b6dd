import { KeysButton } from '#explorer/actions/action-buttons.tsx'
import { ConnectionControl, PasteBox } from '#explorer/lazy-parts.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

/** In the top bar where there is room, above the form where there is none. */
export function SecondaryControls() {
  return (
    <>
      <PasteBox />
      <ConnectionControl />
      <ThemeSwitch />
      <KeysButton />
    </>
  )
}
