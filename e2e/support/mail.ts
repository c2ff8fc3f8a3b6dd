/** Mail as a reader meets it: messages of a lead, opened one after the other in the inspector. */
import type { Frame, Page } from 'playwright/test'
import { Explorer } from './explorer.ts'
import type { SandboxControl } from './sandbox-control.ts'

export interface Message {
  readonly id: string
  readonly subject: string
}

interface Row {
  readonly id: string
  readonly _type: string
  readonly subject?: string
  readonly note?: string
}

export interface MailLead {
  readonly id: string
  /** Its emails and notes, oldest first. */
  readonly messages: readonly Message[]
}

export async function mailLead(sandbox: SandboxControl, name: string): Promise<MailLead> {
  const found = (await sandbox.get(`/lead/?query=${encodeURIComponent(name)}&_fields=id`)) as { data: { id: string }[] }
  const { id } = found.data[0]!
  const rows: Row[] = []
  for (let more = true; more;) {
    const page = (await sandbox.get(
      `/activity/?lead_id=${id}&_type__in=Email,Note&_fields=id,_type,subject,note&_skip=${rows.length}`,
    )) as { data: Row[]; has_more: boolean }
    rows.push(...page.data)
    more = page.has_more
  }
  return { id, messages: rows.toReversed().map((row) => ({ id: row.id, subject: row.subject ?? row.note ?? '' })) }
}

/** Opens a message in a page that is already there, and waits until it is shown. */
export async function openMessage(page: Page, lead: MailLead, { id }: Message): Promise<void> {
  await new Explorer(page).goTo(`lead_id=${lead.id}&open=${id}`)
  // Looked at with every picture that the page draws: there are hundreds of messages.
  await page.waitForFunction((open) => {
    const inspector = document.querySelector('aside[aria-label=Activity]')
    const shown = inspector?.querySelector('iframe[data-mail=shown], [aria-label="Text of the message"]')
    return shown?.checkVisibility() && [...inspector!.querySelectorAll('td')].some((cell) => cell.textContent === open)
  }, id)
}

/** The documents in which the open message is shown; none when it is shown as text. */
export async function mailFrames(page: Page): Promise<readonly Frame[]> {
  const frames: Frame[] = []
  for (const element of await page.locator('iframe[data-mail]').elementHandles()) {
    const frame = await element.contentFrame()
    if (frame) frames.push(frame)
  }
  return frames
}
