import DOMPurify from 'dompurify'

const tags = `a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn dir div dl dt em
  figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav nobr ol p pre q rp rt ruby s samp section small span
  strike strong style sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr`

const attributes = `align alt background bgcolor border bordercolor cellpadding cellspacing class clear color colspan datetime dir face headers height href
  hspace id lang link noshade nowrap reversed role rowspan rules scope size span src start style summary text title type valign value vlink vspace width`

/**
 * What of a message is kept: text, tables, lists, pictures, links and their styling. No form, frame, drawing, sound, custom element or
 * name that could stand for something of the document's. The list is ours, so that a newer browser's inventions are not on it.
 */
const kept = {
  ALLOWED_TAGS: tags.split(/\s+/),
  ALLOWED_ATTR: attributes.split(/\s+/),
  ALLOW_DATA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  // A message is a whole document, with its styles in the head and its colours on the body.
  WHOLE_DOCUMENT: true,
  // Nodes, not text: nothing is parsed again after it was judged.
  RETURN_DOM: true,
} as const

/** The message as an `html` element in a document that loads and runs nothing. */
export function sanitize(html: string): HTMLElement {
  const root = DOMPurify.sanitize(withoutStyleComments(html), kept)
  if (!(root instanceof HTMLElement)) throw new TypeError('The sanitizer gave no document.')
  return root
}

/**
 * Outlook wraps its styles in a comment for browsers of the nineties, and the sanitizer drops a style that holds a `<!`. Done before the
 * judgement, so nothing escapes it.
 */
function withoutStyleComments(html: string): string {
  return html.replaceAll(/(<style\b[^<>]{0,300}>\s{0,50})<!--/gi, '$1').replaceAll(/-->(\s{0,50}<\/style)/gi, '$1')
}
