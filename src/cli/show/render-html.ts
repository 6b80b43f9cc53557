import type { Policy } from '../../policy/model.js';
import type { Row, Sheet, SheetSection } from './sheet.js';
import { SHOW_WORDS } from './words/index.js';
import { escapeHtml, markedText } from './marked-text.js';

const STYLE = `body{max-width:50rem;margin:2rem auto;padding:0 1rem;font:16px/1.6 system-ui,sans-serif;color:#1b1b1b;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-block:1.5rem .5rem;border-block-end:1px solid #767676}
table{width:100%;border-collapse:collapse}th,td{padding:.25rem .75rem .25rem 0;text-align:start;vertical-align:top;overflow-wrap:anywhere}
th{width:11rem;font-weight:600}pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}
mark{background:#fff3c4;color:inherit}mark.rule{background:none;text-decoration:underline dotted}
@media print{body{margin:0;max-width:none}section{break-inside:avoid-page}}`;

/**
 * A sheet as one page to print, with the archived text below it, the marked words marked: no script, nothing that is loaded, and
 * every word of a file escaped.
 */
export function renderHtml(sheet: Sheet, policy: Policy | undefined): string {
  const { title, tongue, sections } = sheet;
  return `<!doctype html>
<html lang="${tongue === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${sections.map(sectionHtml).join('\n')}
${policy ? textHtml(policy, sheet) : ''}</body>
</html>
`;
}

const sectionHtml = ({ title, rows }: SheetSection): string =>
  `<section><h2>${escapeHtml(title)}</h2><table>${rows.map(rowHtml).join('')}</table></section>`;

const rowHtml = ({ label, value }: Row): string =>
  `<tr><th scope="row">${escapeHtml(label)}</th><td><bdi>${escapeHtml(value)}</bdi></td></tr>`;

const textHtml = (policy: Policy, { tongue }: Sheet): string =>
  `<h2>${escapeHtml(SHOW_WORDS[tongue].sections.whole)}</h2>\n<pre lang="${escapeHtml(policy.language)}">${markedText(policy)}</pre>\n`;
