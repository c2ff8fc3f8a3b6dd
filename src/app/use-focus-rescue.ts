import { useEffect } from 'react'
import { focusForm, formId } from '#explorer/filters/choose-lead.ts'

/**
 * A button that goes when it has done its work, such as a fix, takes the focus with it, and whoever uses keys would have
 * to begin again from the top of the page. The focus then goes to the form when it was there, otherwise to the status
 * line, which tells the outcome. Whoever puts it in a better place, or gives it back as dialogs do, comes first.
 */
export function useFocusRescue(): void {
  useEffect(() => {
    let last: { element: Element; wasInForm: boolean } | null = null
    let frame = 0

    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = { element: target, wasInForm: target.closest(`#${formId}`) !== null }
    }
    const rescue = () => {
      frame = 0
      if (last === null || last.element.isConnected || document.activeElement !== document.body) return
      if (last.wasInForm) focusForm()
      else document.querySelector<HTMLElement>('main [role=status]')?.focus()
    }
    // Two frames: others need one to find the better place.
    const soon = () => {
      if (frame === 0 && last !== null && !last.element.isConnected)
        frame = requestAnimationFrame(() => (frame = requestAnimationFrame(rescue)))
    }
    const changes = new MutationObserver(soon)
    changes.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    return () => {
      cancelAnimationFrame(frame)
      changes.disconnect()
      document.removeEventListener('focusin', remember)
    }
  }, [])
}
