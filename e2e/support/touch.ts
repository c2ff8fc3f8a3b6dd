import type { Frame } from 'playwright/test'

/** Clicks, hovers, focuses, types into, drags, copies and submits everything that a frame shows, by events as a browser would send them. */
export function touchEverything(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const mouse =
      'pointerover pointerenter mouseover mouseenter pointermove mousemove pointerdown mousedown pointerup mouseup auxclick contextmenu dblclick pointerout mouseout mouseleave wheel dragstart selectstart'
    const others =
      'focus focusin copy cut beforecopy keydown keypress keyup beforeinput input change search toggle beforetoggle animationstart animationend transitionend scroll blur focusout'
    const elements = [...document.querySelectorAll('*')].slice(0, 3000)
    const send = (element: Element, event: Event): void => {
      try {
        element.dispatchEvent(event)
      } catch {
        // An element may refuse; the next one counts.
      }
    }
    for (const element of elements) {
      for (const type of mouse.split(' ')) send(element, new MouseEvent(type, { bubbles: true, cancelable: true }))
      for (const type of others.split(' ')) send(element, new Event(type, { bubbles: true, cancelable: true }))
      if (element instanceof HTMLElement) {
        element.focus()
        element.click()
      }
      if (element instanceof HTMLFormElement) HTMLFormElement.prototype.requestSubmit.call(element)
    }
    return elements.length
  })
}
