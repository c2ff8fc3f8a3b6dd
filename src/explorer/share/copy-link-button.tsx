import { Suspense, useState } from 'react'
import { useCopy } from '#explorer/copy-button.tsx'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button, type ButtonProps } from '#ui/button.tsx'
import { linkTo } from './link-to.ts'
import { lazyPart } from '#ui/lazy-part.tsx'

const LinkMenu = lazyPart(() => import('./link-menu.tsx').then((module) => ({ default: module.LinkMenu })))

/** Copies a link to what is seen. Where its period moves with the days, it asks first which days are meant. */
export function CopyLinkButton() {
  const { query, timeZone, at } = useExplorer()
  const [isWanted, setIsWanted] = useState(false)
  const { outcome, copy } = useCopy(() => linkTo(query, { timeZone, now: at }, 'exact'))
  const isRelative = query.range !== null
  const props: ButtonProps = {
    look: 'quiet',
    icon: outcome === 'copied' ? 'check' : 'link',
    'aria-label': 'Copy link',
    title: 'Copy link',
    children: <span className="@max-7xl:sr-only">{outcome === 'refused' ? 'Not allowed' : 'Copy link'}</span>,
  }
  if (!isRelative) return <Button {...props} onClick={copy} />
  const button = <Button {...props} aria-haspopup="dialog" onClick={() => setIsWanted(true)} />
  if (!isWanted) return button
  return (
    <Suspense fallback={button}>
      <LinkMenu button={props} />
    </Suspense>
  )
}
