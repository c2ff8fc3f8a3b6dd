import { type RefObject, useEffect } from 'react'
import { fold } from '#lib/fuzzy.ts'
import type { Found } from './find-store.ts'

const name = 'found'

/** Marks what was found within the rows that are drawn. Where browsers cannot, the rows are marked and that is all. */
export function useHighlights(body: RefObject<HTMLElement | null>, { typed }: Found): void {
  // After every drawing: rows come and go.
  useEffect(() => {
    if (typeof Highlight === 'undefined' || !CSS.highlights) return
    if (typed === '' || !body.current) {
      CSS.highlights.delete(name)
      return
    }
    CSS.highlights.set(name, new Highlight(...rangesIn(body.current, fold(typed))))
  })
  useEffect(() => () => void (typeof Highlight === 'undefined' || CSS.highlights?.delete(name)), [])
}

/** Static: ranges that live are looked through whenever a row comes or goes. */
function rangesIn(body: HTMLElement, wanted: string): StaticRange[] {
  const ranges: StaticRange[] = []
  for (const row of body.querySelectorAll('[data-found]')) {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? ''
      const folded = fold(text)
      // Where folding changes lengths the places would not be the same.
      if (folded.length !== text.length) continue
      for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
        ranges.push(
          new StaticRange({
            startContainer: node,
            startOffset: at,
            endContainer: node,
            endOffset: at + wanted.length,
          }),
        )
      }
    }
  }
  return ranges
}
