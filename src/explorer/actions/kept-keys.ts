/** Keys pressed before the page can answer them: the first of a visit, while what answers is being loaded. */
import { mayAct } from './may-act.ts'

export type KeyPress = Pick<
  KeyboardEvent,
  | 'key'
  | 'code'
  | 'ctrlKey'
  | 'metaKey'
  | 'altKey'
  | 'shiftKey'
  | 'repeat'
  | 'isComposing'
  | 'defaultPrevented'
  | 'timeStamp'
  | 'target'
  | 'preventDefault'
  | 'getModifierState'
>

type OnKey = (press: KeyPress) => void

/** Milliseconds between two keys that were kept: what the first one opens is there for the second. */
const apart = 50

export interface KeptKeys {
  readonly onKey: OnKey
  /** From now on that answers, to what was kept first, in its order. */
  readonly become: (answer: OnKey) => Promise<void>
}

export function createKeptKeys(may: typeof mayAct = mayAct): KeptKeys {
  const kept: KeyPress[] = []
  let answer: OnKey | null = null

  return {
    onKey(press) {
      if (answer) return answer(press)
      kept.push(asPressed(press))
      if (may(press.target) && isTakenByBrowsers(press)) press.preventDefault()
    },
    async become(next) {
      for (let press = kept.shift(); press; press = kept.shift()) {
        next(press)
        await new Promise((resolve) => setTimeout(resolve, apart))
      }
      answer = next
    },
  }
}

/** What browsers would do with it cannot be undone later: their own search, which takes the focus. */
function isTakenByBrowsers({ key, ctrlKey, metaKey }: KeyPress): boolean {
  return key === '/' || ((ctrlKey || metaKey) && ['k', 'f'].includes(key.toLowerCase()))
}

/** An event forgets where it was once it is over. */
function asPressed(press: KeyPress): KeyPress {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing, defaultPrevented, timeStamp, target } =
    press
  const altGraph = press.getModifierState('AltGraph')
  return {
    key,
    code,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
    repeat,
    isComposing,
    defaultPrevented,
    timeStamp,
    target,
    preventDefault: () => undefined,
    getModifierState: (name) => name === 'AltGraph' && altGraph,
  }
}
