const typing = [
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable=false])',
  'input:not([type=checkbox], [type=button], [type=submit], [type=reset], [type=range])',
].join()

// One that is fading away is no longer in the way.
const popups = ':is([role=dialog], [role=alertdialog], [role=menu], [role=listbox]):not([data-closed])'

/** Not in fields, and not while something lies over the page: there keys have other work. */
export function mayAct(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return target.closest(typing) === null && document.querySelector(popups) === null
}
