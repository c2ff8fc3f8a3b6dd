/** Items with keys by their place: for lists that never change their order while they are shown. */
export function keyed<T>(items: readonly T[]): readonly { readonly key: string; readonly item: T }[] {
  return items.map((item, place) => ({ key: String(place), item }))
}
