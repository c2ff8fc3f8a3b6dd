/** Gives the focus to what may still be on its way, or folded away: tries for some frames, half a second if not told otherwise. */
export function focusSoon(find: () => HTMLElement | null, tries = 30): void {
  const element = find()
  element?.focus()
  if ((element === null || document.activeElement !== element) && tries > 0) {
    requestAnimationFrame(() => focusSoon(find, tries - 1))
  }
}
