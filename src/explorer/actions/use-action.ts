import { useEffect, useLayoutEffect, useRef } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import type { Offer } from './action-registry.ts'
import type { ActionId } from './catalogue.ts'

interface NamedOffer extends Offer {
  readonly id: ActionId
}

/** Takes on an action while the component is on the page. */
export function useAction(id: ActionId, run: () => void, unavailable: Offer['unavailable'] = null): void {
  useActions([{ id, run, unavailable }])
}

/** Takes on several actions, always the same ones. */
export function useActions(offers: readonly NamedOffer[]): void {
  const { actions } = useExplorer()
  const newest = useNewest(offers)
  useEffect(() => {
    const taken = newest.current.map(({ id }, i) => actions.offer(id, () => newest.current[i] ?? nothing))
    return () => {
      for (const drop of taken) drop()
    }
  }, [actions, newest])
}

const nothing: Offer = { run: () => {} }

function useNewest<Value>(value: Value) {
  const newest = useRef(value)
  useLayoutEffect(() => {
    newest.current = value
  })
  return newest
}
