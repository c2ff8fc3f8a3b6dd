/** What stands on the page with a name of its own and is not an action: the palette presses it, where it is to be seen. */
import type { PaletteEntry } from './palette-entry.ts'

interface PageControl {
  readonly id: string
  readonly group: string
  readonly label: string
  readonly keywords?: string
  /** The name of its button on screen. */
  readonly name: RegExp
}

export const pageControls: readonly PageControl[] = [
  { id: 'columns', group: 'Table', label: 'Choose the columns…', keywords: 'density width pin', name: /^Columns$/ },
  { id: 'refine', group: 'Table', label: 'Refine the loaded rows…', keywords: 'filter contains', name: /^Refine$/ },
  { id: 'thread-order', group: 'Table', label: 'Turn the messages round', keywords: 'order', name: /message first$/ },
  { id: 'news', group: 'Table', label: 'Look for new activities', keywords: 'news', name: /new activit/ },
  { id: 'views', group: 'General', label: 'Views and recent queries…', keywords: 'saved', name: /^Views/ },
  { id: 'share', group: 'General', label: 'Copy a link to this list', keywords: 'share', name: /^Copy link$/ },
  { id: 'paste', group: 'General', label: 'Paste a link…', keywords: 'paste curl', name: /^Paste a link$/ },
  { id: 'connect', group: 'General', label: 'Connect to Close…', keywords: 'key sign in', name: /^Connect/ },
  { id: 'disconnect', group: 'General', label: 'Disconnect from Close', keywords: 'sign out', name: /^Disconnect$/ },
  { id: 'theme', group: 'General', label: 'Another theme', keywords: 'dark light system', name: /^Theme:/ },
  { id: 'around', group: 'Activity', label: 'Show around this', keywords: 'before after', name: /^Show around this/ },
  { id: 'filter-by', group: 'Activity', label: 'Filter by this activity…', keywords: 'only', name: /^Filter$/ },
]

/** Those that are on the page now; with the reason where they are greyed. */
export function controlEntries(root: ParentNode): readonly PaletteEntry[] {
  return pageControls.flatMap(({ name, id, ...shown }) => {
    const control = buttonNamed(root, name)
    if (!control) return []
    const entry: PaletteEntry = {
      ...shown,
      id: `control:${id}`,
      unavailable: control.ariaDisabled === 'true' ? reasonOf(control) : null,
      run: () => press(buttonNamed(root, name)),
    }
    return [entry]
  })
}

function buttonNamed(root: ParentNode, name: RegExp): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>('button')].find(
    (button) => name.test((button.ariaLabel ?? button.textContent).trim()) && button.checkVisibility(),
  )
}

function reasonOf(control: HTMLElement): string {
  const ids = control.getAttribute('aria-describedby')?.split(' ') ?? []
  const texts = ids.flatMap((id) => document.getElementById(id)?.textContent ?? [])
  return texts.join(' ').trim() || 'Not just now.'
}

/** What it opens gives the focus back to it. */
function press(control: HTMLElement | undefined) {
  control?.focus()
  control?.click()
}
