import type { ActionRegistry } from './action-registry.ts'
import { areCharacterKeysOn } from './character-keys.ts'
import { isMac } from './is-mac.ts'
import { mayAct } from './may-act.ts'
import { createOnKey } from './on-key.ts'

/** What answers to keys on this page. */
export function keysOfPage(registry: ActionRegistry): ReturnType<typeof createOnKey> {
  return createOnKey({ registry, isMac, characterKeys: areCharacterKeysOn, mayAct })
}
