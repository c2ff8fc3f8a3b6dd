import { useEffect, useRef, useState } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import { nameStoreIds, recentText } from './recent-text.ts'
import { relativeText } from '#explorer/inspector/relative-text.ts'
import { useNow } from '#explorer/inspector/use-now.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { Button } from '#ui/button.tsx'
import { Popover } from '#ui/popover.tsx'
import { TextField } from '#ui/text-field.tsx'
import { SavedViews } from './saved-views.tsx'
import { starterViews } from './starter-views.ts'
import { fullText, isFull, longestName, nameOf, renamed, saved, searchOf } from './view-book.ts'
import { ViewFiles } from './view-files.tsx'
import {
  changeBook,
  type PresentView,
  setOpened,
  useIsKept,
  useOpenView,
  usePresentView,
  useViewBook,
} from './view-store.ts'
import { ViewsTrigger } from './views-button.tsx'

/** Opens at once, because it is loaded by the wish to see it. */
export function ViewsMenu() {
  const [open, setOpen] = useState(true)
  const { query } = useExplorer()
  const isKept = useIsKept()
  const close = () => setOpen(false)
  return (
    <Popover title="Views" align="end" open={open} onOpenChange={setOpen} trigger={<ViewsTrigger />}>
      <Present />
      <SaveForm />
      {!isKept && (
        <p role="alert" className="text-warn">
          This browser does not keep views: they last until the page is closed. Export them as a file.
        </p>
      )}
      <SavedViews onOpened={close} />
      <Links title="To begin with" links={starterViews(query)} onOpened={close} />
      <Recent onOpened={close} />
      <ViewFiles />
    </Popover>
  )
}

/** What has become of the view that was opened. */
function Present() {
  const { query, announce } = useExplorer()
  const present = usePresentView()
  const openView = useOpenView()
  if (!present?.isModified) return null
  const { view } = present

  function update() {
    changeBook((book) => saved(book, { name: view.name, search: searchOf(query) }))
    announce(`${view.name}: updated.`)
  }

  return (
    <div className="flex flex-wrap items-center gap-2 rounded-md bg-sunken p-2">
      <p className="w-full">
        <strong className="font-semibold">{view.name}</strong> is modified.
      </p>
      <Button size="small" onClick={update}>
        Update
      </Button>
      <Button size="small" onClick={() => openView(view)}>
        Revert
      </Button>
    </div>
  )
}

function SaveForm() {
  const { query, announce } = useExplorer()
  const book = useViewBook()
  const present = usePresentView()
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const name = nameOf(text)
  const isKnown = book.views.some((view) => view.name === name)
  const isRefused = isFull(book) && !isKnown

  function rename({ view }: PresentView) {
    changeBook((now) => renamed(now, view.id, name))
    setOpened(name)
    setText('')
    announce(`${view.name} is ${name} now.`)
    // The button goes with the text.
    field.current?.focus()
  }

  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (name === '') return
        if (isRefused) return announce(fullText)
        changeBook((now) => saved(now, { name, search: searchOf(query) }))
        setOpened(name)
        setText('')
        announce(`${name}: saved.`)
      }}
    >
      <TextField
        ref={field}
        label="Save what is on screen as"
        className="min-w-0 grow"
        value={text}
        maxLength={longestName}
        error={isRefused && name !== '' ? fullText : undefined}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" greyed={name === '' || isRefused}>
        {isKnown ? 'Replace' : 'Save'}
      </Button>
      {present && name !== '' && !isKnown && (
        <Button size="small" onClick={() => rename(present)}>
          Rename “{present.view.name}” to this
        </Button>
      )}
    </form>
  )
}

interface LinksProps {
  title: string
  links: readonly { readonly name: string; readonly search: string; readonly age?: string }[]
  onOpened: () => void
}

function Links({ title, links, onOpened }: LinksProps) {
  const openView = useOpenView()
  if (links.length === 0) return null
  return (
    <section>
      <h3 className="text-xs font-medium text-ink-muted">{title}</h3>
      <ul aria-label={title}>
        {links.map(({ name, search, age }) => (
          <li key={search}>
            <button
              type="button"
              className="flex min-h-7 w-full cursor-default items-baseline justify-between gap-2 rounded-md px-1 py-1 text-start hover:bg-sunken pointer-coarse:min-h-11"
              onClick={() => {
                openView({ search })
                onOpened()
              }}
            >
              <span className="line-clamp-2 min-w-0">{name}</span>
              {age && <span className="shrink-0 text-xs text-ink-muted">{age}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Recent queries that are shown. */
const most = 8

function Recent({ onOpened }: { onOpened: () => void }) {
  const { locale, timeZone, nameStore } = useExplorer()
  const names = useNames()
  const now = useNow()
  const recent = useViewBook().recent.slice(0, most)
  const wanted = JSON.stringify(nameStoreIds(recent))
  useEffect(() => nameStore.want('recent', () => JSON.parse(wanted)), [nameStore, wanted])
  const links = recent.map(({ search, at }) => ({
    name: recentText(search, names, { locale, timeZone }),
    search,
    age: relativeText(at / 1000 - now, locale),
  }))
  return <Links title="Recent" links={links} onOpened={onOpened} />
}
