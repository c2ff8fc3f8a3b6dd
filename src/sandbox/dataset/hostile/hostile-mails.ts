import { inThreads, type WrittenLead, type WrittenMail } from '#sandbox/dataset/written.ts'
import { remoteLoads } from './remote-loads.ts'
import { scriptPayloads } from './script-payloads.ts'
import { clobbering, excesses, forms, inOtherPlaces, overlays, spoofedLinks, wayOut } from './tricks.ts'

const scripts: readonly WrittenMail[] = scriptPayloads.map((payload, index) => {
  const number = index + 1
  return {
    subject: `Script ${number}`,
    text: `Script ${number}, as text: ${payload.slice(0, 80)}`,
    html: () => scriptPayload(number),
  }
})

const loads: readonly WrittenMail[] = remoteLoads.map(({ name, html }) => ({
  subject: `Remote load: ${name}`,
  text: `Asks for something remote by ${name}.`,
  html: () => `<p>Asks for something remote by ${name}.</p>${html}`,
}))

/** Payload `number`, from 1, with its number in it. */
export function scriptPayload(number: number): string {
  return (scriptPayloads[number - 1] ?? '').replaceAll(/\bN\b/g, String(number))
}

/** One lead with everything a message can try. */
export const hostileLead: WrittenLead = {
  name: 'Hostile Mail Test Co',
  domain: 'hostile-mail',
  threads: [
    ...inThreads('Scripts', scripts),
    ...inThreads('Remote loads', loads),
    ...inThreads('Links', spoofedLinks),
    ...inThreads('Names', clobbering),
    ...inThreads('Styles', overlays),
    ...inThreads('Forms', forms),
    ...inThreads('Ways out', wayOut),
    ...inThreads('Excesses', excesses),
    ...inThreads('Other places', inOtherPlaces),
  ],
  notes: [
    ...[1, 41, 96, 120, 152].map((number) => ({
      subject: '',
      text: `Note with script ${number}`,
      html: () => `<body><p>Note</p>${scriptPayload(number)}</body>`,
    })),
    {
      subject: '',
      text: '<b>Text</b> that looks like <script>alert("note")</script> markup',
      html: () => '<body><p>&lt;b&gt;Text&lt;/b&gt;</p><img src="https://beacon.invalid/note"></body>',
    },
    {
      subject: '',
      text: 'A note with a link',
      html: () => '<body><p>See <a href="https://beacon.invalid/note-link">app.close.com</a></p></body>',
    },
  ],
}
