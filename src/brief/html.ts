import type { Block, BriefDocument, Span, Spans, Table } from './document.js'
import { isSafe } from './markdown.js'

/** A brief as one HTML file: no script, nothing to load, for screen (light and dark) and paper. */
export function documentHtml({ title, subtitle, sections, foot }: BriefDocument): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p>${escaped(subtitle)}</p>
<nav aria-label="Sections">${sections.map(({ id, title: name }) => `<a href="#${id}">${escaped(name)}</a>`).join(' ')}</nav>
</header>
<main>
${sections.map(({ id, title: name, blocks }) => `<section id="${id}" aria-labelledby="${id}-title">\n<h2 id="${id}-title">${escaped(name)}</h2>\n${blocks.map(blockHtml).join('\n')}\n</section>`).join('\n')}
</main>
<footer>
${foot.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
</footer>
</body>
</html>
`
}

function blockHtml(block: Block): string {
  if (block.kind === 'line') return `<p>${spansHtml(block.spans)}</p>`
  if (block.kind === 'picture') return `<figure>${block.svg.trim()}</figure>`
  return table(block)
}

function table({ layout, columns, rows }: Table): string {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0)
  const cols = columns.map(({ weight }) => `<col style="width:${((100 * weight) / total).toFixed(1)}%">`).join('')
  const head = columns.map(({ label }) => `<th scope="col">${escaped(label)}</th>`).join('')
  const body = rows.map((row) => {
    const cells = row.map((cell, at) =>
      at === 0 && layout === 'grid' ? `<th scope="row">${spansHtml(cell)}</th>` : `<td>${spansHtml(cell)}</td>`,
    )
    return `<tr>${cells.join('')}</tr>`
  })
  return `<div class="wide"><table class="${layout}"><colgroup>${cols}</colgroup><thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody></table></div>`
}

function spansHtml(spans: Spans): string {
  return spans.map(spanHtml).join('')
}

function spanHtml({ text, style, href }: Span): string {
  const words = escaped(text).replace(/\b\d{4}-\d\d(?:-\d\d)?\b/g, '<time>$&</time>')
  if (href?.startsWith('source-')) return `<span class="cite" id="${escaped(href)}">${words}</span>`
  const linked = href !== undefined && isSafe(href) ? `<a href="${escaped(href)}">${words}</a>` : words
  if (style === undefined) return linked
  if (style === 'strong') return `<strong>${linked}</strong>`
  return style === 'quote' ? `<q>${linked}</q>` : `<span class="${style}">${linked}</span>`
}

/** Markup escaped; half surrogate pairs and control characters dropped. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--soft:#5a5a5a;--line:#d8d4ca;--head:#f4f1ea;--link:#0b5394;--good:#0a6b3d;--bad:#a63603;--mixed:#6a5300}
@media (prefers-color-scheme:dark){:root{--ink:#e8e6e1;--paper:#161616;--soft:#a9a59c;--line:#3a3a3a;--head:#232323;--link:#8ab8f0;--good:#79d3a2;--bad:#ffab7d;--mixed:#e3c766}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:1.5rem 1rem 3rem;background:var(--paper);color:var(--ink);font:16px/1.45 system-ui,"Segoe UI","DejaVu Sans",sans-serif}
h1{font-size:1.7rem;margin:0 0 .3rem}
h2{font-size:1.15rem;margin:2rem 0 .5rem;padding-top:.4rem;border-top:2px solid var(--line)}
p{margin:.35rem 0}
header p,footer,.dim{color:var(--soft)}
footer{margin-top:2rem;border-top:2px solid var(--line);padding-top:.6rem;font-size:.85rem}
nav{display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin-top:.6rem;font-size:.9rem}
a{color:var(--link)}
.cite,.cite a{font-size:.85em;color:var(--soft);font-variant-numeric:tabular-nums;white-space:nowrap}
time{white-space:nowrap}
q{quotes:none}
q::before,q::after{content:none}
.good{color:var(--good);font-weight:600}
.bad{color:var(--bad);font-weight:600}
.mixed{color:var(--mixed);font-weight:600}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem;margin:.4rem 0}
th,td{border-bottom:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:break-word}
thead th{background:var(--head);font-weight:600}
table.rows{min-width:44rem}
table.grid th[scope=row]{font-weight:400;white-space:nowrap}
:target{background:var(--head);outline:2px solid var(--link)}
figure{margin:1rem 0;max-width:48rem}
figure svg{display:block;width:100%;height:auto;border-radius:.4rem}
@media print{
:root{color-scheme:light;--ink:#000;--paper:#fff;--soft:#444;--line:#bbb;--head:#eee;--link:#000;--good:#0a6b3d;--bad:#a63603;--mixed:#6a5300}
html{font-size:9.5pt}
@page{margin:16mm 14mm}
body{max-width:none;padding:0;font-size:1rem}
nav{display:none}
h2{break-after:avoid}
tr,figure{break-inside:avoid}
thead{display:table-header-group}
table.rows{min-width:0}
.wide{overflow:visible}
a{text-decoration:none}
.cite,.cite a{white-space:normal}
figure{max-width:130mm}
}
`
