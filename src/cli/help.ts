/** What `--help` says. */
import { version } from '#core/version.ts'
import type { Command } from './options.ts'

const general = `close-activities ${version}: the activities of a Close organization, exactly.

  close-activities export '<link>' [--out FILE]   every activity of a link, as CSV or JSON Lines
  close-activities plan '<link>'                  the requests that would be made, and why; sends nothing
  close-activities open '<address or curl>'       the page's link for an address of the API
  close-activities <command> --help               more about one of them

A link is one of the page's, or its query string alone. Keep it in quotes.
The key is read from CLOSE_API_KEY, or a token from CLOSE_ACCESS_TOKEN. It is never an option.
`

const about: Readonly<Record<Command, string>> = {
  export: `close-activities export '<link or query string>' [options]

Writes every activity of the link, once, as of now, and a receipt that says how exact it is.

  -o, --out FILE       the file; a receipt goes beside it. Without it the rows go to standard output and the
                       receipt to standard error
  --profile NAME       spreadsheet (default): for Excel. exact: UTC and raw values. jsonl: JSON Lines
  --columns LIST       visible (default): the link's own. all. Or ids with commas, such as time,type,lead,user
  --lines KIND         where email threads are listed: conversations (default) or messages
  --verify             reads the ids a second time, and lists what was deleted, changed or added meanwhile
  --resume             goes on where an interrupted export to the same FILE ended
  --force              replaces FILE, and what an interrupted export left
  --api URL            https://api.close.com unless given; http://127.0.0.1:5180/sandbox is the page's sandbox

While it is written the file is called FILE.partial.csv, with whole lines only; it becomes FILE once it is complete.
Days without a zone in the link are those of this machine's zone.

Exit status: 0 complete · 1 partial, the receipt says why · 2 a bad link or option · 3 the key was not accepted
`,
  plan: `close-activities plan '<link or query string>'

Prints the requests that an export of the link would make, and why. Sends nothing and needs no key.

Exit status: 0 · 2 a bad link, with the rule it breaks and the ways out
`,
  open: `close-activities open '<address of the API, or a curl line>' [--page URL]

Prints the link that shows the same on the page. A key in the line is left out.

  --page URL           where the page is; http://127.0.0.1:5180/ unless given

Exit status: 0 · 2 it cannot be read
`,
}

export function helpText(command: Command | null): string {
  return command === null ? general : about[command]
}
