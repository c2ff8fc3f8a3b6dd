import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Button, IconButton } from './button.tsx'

it('a greyed button is described by its reason, which is no part of its name', () => {
  const why = 'It is the first view.'
  const buttons = [
    createElement(Button, { greyed: why }, 'Move up'),
    createElement(IconButton, { icon: 'chevron-up', label: 'Move up', greyed: why }),
  ]
  for (const html of buttons.map((button) => renderToStaticMarkup(button))) {
    const id = /aria-describedby="([^"]+)"/.exec(html)?.[1]
    expect(html).toContain(`<span id="${id}" hidden="">${why}</span>`)
    expect(html).toContain('aria-disabled="true"')
    expect(html).not.toContain(' disabled')
  }
})

it('a button that is not greyed says nothing of a reason', () => {
  for (const greyed of [null, false, ''])
    expect(renderToStaticMarkup(createElement(Button, { greyed }, 'Move up'))).not.toMatch(/aria-[a-z]+=|hidden/)
})
