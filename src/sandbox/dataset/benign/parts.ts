/** Pieces that ordinary mail programs put into ordinary mail. */

/** A small picture as mail programs send it inside the message: a square of one colour. */
export function square(colour: string, size = 48): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='${size}' height='${size}'><rect width='100%' height='100%' fill='${colour}'/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

export interface Person {
  readonly name: string
  readonly title: string
  readonly company: string
  readonly phone: string
}

/** A signature as a table with a picture, as companies hand it out. */
export function signature({ name, title, company, phone }: Person): string {
  return `<br><table cellpadding="0" cellspacing="0" border="0" style="font-family:Arial,sans-serif;font-size:12px;color:#444444"><tr>
<td style="padding-right:12px;border-right:2px solid #0a7d55"><img src="cid:logo@${company.replaceAll(' ', '-').toLowerCase()}" width="64" height="64" alt="${company}"></td>
<td style="padding-left:12px"><b style="color:#0a7d55">${name}</b><br>${title}<br>${company}<br><a href="tel:${phone.replaceAll(' ', '')}" style="color:#444444">${phone}</a></td>
</tr></table>`
}

/** A reply as Gmail quotes it. */
export function gmailQuote(when: string, who: string, html: string): string {
  return `<div class="gmail_quote"><div dir="ltr" class="gmail_attr">On ${when}, ${who} wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${html}</blockquote></div>`
}

/** A reply as Outlook quotes it. */
export function outlookQuote(headers: Readonly<Record<string, string>>, html: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `<b>${name}:</b> ${value}<br>`)
  return `<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal">${lines.join('\n')}</p></div>${html}`
}

/** A document as Outlook writes it. */
export function outlook(html: string): string {
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name="Generator" content="Microsoft Word 15 (filtered medium)"><!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026"/></xml><![endif]--><style><!--
@font-face {font-family:Calibri; panose-1:2 15 5 2 2 2 4 3 2 4;}
p.MsoNormal, li.MsoNormal {margin:0in; font-size:11.0pt; font-family:"Calibri",sans-serif;}
a:link {color:#0563C1; text-decoration:underline;}
--></style></head><body lang="EN-GB" link="#0563C1" vlink="#954F72" style="word-wrap:break-word"><div class="WordSection1">${html}</div></body></html>`
}

export function normal(text: string): string {
  return `<p class="MsoNormal">${text}<o:p></o:p></p>`
}

/** A newsletter's skeleton: a centred table of 600 pixels in a coloured page, and a preheader nobody sees. */
export function newsletter(
  preheader: string,
  rows: readonly string[],
  { colour = '#f2f4f7', dir = 'ltr', lang = 'en' } = {},
): string {
  return `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${preheader}</title><style>
body{margin:0;padding:0;background:${colour}} .card{background:#ffffff;border-radius:8px} h1{font:700 24px/1.3 Georgia,serif;margin:0} p{font:15px/1.6 Verdana,sans-serif;color:#333333}
@media (max-width:620px){.card{width:100%!important}.half{display:block!important;width:100%!important}}
</style></head><body bgcolor="${colour}"><div style="display:none;max-height:0;overflow:hidden">${preheader}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${colour}"><tr><td align="center" style="padding:24px 8px">
<table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" border="0">${rows.map((row) => `<tr><td style="padding:16px 24px">${row}</td></tr>`).join('\n')}</table>
</td></tr></table></body></html>`
}

export function button(text: string, href: string, colour = '#1f5fbf'): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0"><tr><td bgcolor="${colour}" style="border-radius:6px"><a href="${href}" style="display:inline-block;padding:12px 20px;color:#ffffff;text-decoration:none;font:bold 15px Arial,sans-serif">${text}</a></td></tr></table>`
}

/** Rows of a bill, or of anything in columns. */
export function grid(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `<table width="100%" cellpadding="6" cellspacing="0" border="1" bordercolor="#dddddd" style="border-collapse:collapse;font:13px Arial,sans-serif"><thead><tr bgcolor="#eeeeee">${head.map((cell) => `<th align="left">${cell}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell, i) => `<td${i === row.length - 1 ? ' align="right"' : ''}>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`
}
