/** Ways to make a reader's browser fetch something. Each is named, and asks for `https://beacon.invalid/<name>`, which nobody has. */
const kinds: Readonly<Record<string, (url: string) => string>> = {
  img: (url) => `<img src="${url}" width="40" height="40" alt="logo">`,
  srcset: (url) => `<img srcset="${url} 1x, ${url}?2 2x" width="40" height="40">`,
  picture: (url) => `<picture><source srcset="${url}"><img alt="photo" width="40" height="40"></picture>`,
  'background-table': (url) => `<table background="${url}"><tr><td>table</td></tr></table>`,
  'background-cell': (url) => `<table><tr><td background="${url}">cell</td></tr></table>`,
  'background-body': (url) => `<body background="${url}">body`,
  'css-background': (url) => `<p style="background:url(${url})">background</p>`,
  'css-content': (url) => `<style>.c::before{content:url(${url})}</style><p class="c">content</p>`,
  'css-list-style': (url) => `<ul style="list-style-image:url(${url})"><li>item</li></ul>`,
  'css-border-image': (url) => `<p style="border:9px solid;border-image:url(${url}) 3">border</p>`,
  'css-mask': (url) => `<p style="-webkit-mask:url(${url});mask-image:url(${url})">mask</p>`,
  'css-image-set': (url) => `<p style="background-image:image-set('${url}' 1x)">image-set</p>`,
  'css-var': (url) => `<p style="--nothing:;background:var(--missing,url(${url}))">fallback</p>`,
  'css-escaped': (url) => `<p style="background:\\75\\72\\6c(${url})">escaped</p>`,
  'css-cross-fade': (url) => `<p style="background:-webkit-cross-fade(url(${url}),url(${url}?2),50%)">cross-fade</p>`,
  'css-shape-outside': (url) => `<p style="float:left;width:40px;height:40px;shape-outside:url(${url})">shape</p>`,
  'style-element': (url) => `<style>.s{background:url("${url}")}</style><p class="s">style element</p>`,
  'css-import': (url) => `<style>@import url("${url}");</style><p>import</p>`,
  'css-font-face': (url) =>
    `<style>@font-face{font-family:f;src:url(${url})}.f{font-family:f}</style><p class="f">font</p>`,
  'css-selector-leak': (url) =>
    `<style>a[href^="https"]{background:url(${url})}</style><a href="https://example.com/">selector</a>`,
  'link-stylesheet': (url) => `<link rel="stylesheet" href="${url}"><p>stylesheet</p>`,
  'link-icon': (url) => `<link rel="icon" href="${url}"><p>icon</p>`,
  'link-preload': (url) => `<link rel="preload" as="image" href="${url}"><p>preload</p>`,
  'link-prefetch': (url) =>
    `<link rel="prefetch" href="${url}"><link rel="dns-prefetch" href="//beacon.invalid"><p>prefetch</p>`,
  'link-modulepreload': (url) => `<link rel="modulepreload" href="${url}"><p>modulepreload</p>`,
  'video-poster': (url) => `<video poster="${url}" controls></video>`,
  'video-src': (url) => `<video src="${url}" autoplay muted></video>`,
  'video-source': (url) => `<video autoplay muted><source src="${url}"></video>`,
  'video-track': (url) => `<video src="data:video/mp4," controls><track default src="${url}"></video>`,
  audio: (url) => `<audio src="${url}" autoplay></audio>`,
  'input-image': (url) => `<input type="image" src="${url}">`,
  object: (url) => `<object data="${url}"></object>`,
  embed: (url) => `<embed src="${url}">`,
  iframe: (url) => `<iframe src="${url}"></iframe>`,
  frame: (url) => `<frameset><frame src="${url}"></frameset>`,
  'svg-image-href': (url) => `<svg><image href="${url}" width="40" height="40"/></svg>`,
  'svg-image-xlink': (url) => `<svg><image xlink:href="${url}" width="40" height="40"/></svg>`,
  'svg-feimage': (url) =>
    `<svg><filter id="fe"><feImage href="${url}"/></filter><rect filter="url(#fe)" width="40" height="40"/></svg>`,
  'svg-use': (url) => `<svg><use href="${url}#x"/></svg>`,
  'svg-fill': (url) => `<svg><rect fill="url(${url}#x)" width="40" height="40"/></svg>`,
  'svg-fill-unclosed': (url) => `<svg><rect style="fill:url(${url}#x" width="40" height="40"/></svg>`,
  'svg-mask': (url) => `<svg><rect mask="url(${url}#x)" width="40" height="40"/></svg>`,
  'svg-cursor': (url) =>
    `<svg><rect cursor="url(${url}),auto" width="40" height="40"/></svg><p style="cursor:url(${url}),auto">cursor</p>`,
  'svg-animate': (url) => `<svg><image><animate attributeName="href" values="${url}" dur="1s"/></image></svg>`,
  'svg-set': (url) => `<svg><image><set attributeName="href" to="${url}"/></image></svg>`,
  'meta-refresh': (url) => `<meta http-equiv="refresh" content="0;url=${url}"><p>refresh</p>`,
  base: (url) => `<base href="${url}/"><img src="base.png" width="40" height="40">`,
  'mathml-glyph': (url) => `<math><mglyph src="${url}"/></math>`,
  'details-ontoggle': (url) => `<details open ontoggle="fetch('${url}')"><summary>details</summary></details>`,
  script: (url) => `<script src="${url}"></script><p>script</p>`,
  bgsound: (url) => `<bgsound src="${url}"><p>bgsound</p>`,
  lowsrc: (url) => `<img lowsrc="${url}" dynsrc="${url}" width="40" height="40">`,
}

export interface RemoteLoad {
  readonly name: string
  readonly html: string
}

/** The host of every address in them. */
export const BEACON = 'beacon.invalid'

export const remoteLoads: readonly RemoteLoad[] = Object.entries(kinds).map(([name, html]) => ({
  name,
  html: html(`https://${BEACON}/${name}`),
}))
