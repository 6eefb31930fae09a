import type { Inline } from './edition.ts';
import { type Html, html } from './html.ts';

/** The parts of one self-contained file. */
export interface DocumentParts {
  title: string;
  style: Inline;
  script?: Inline;
  /** Stands above the main part, screen only. */
  bar: Html;
  main: Html;
  /** `sheet`: nothing but tables, so that all of it prints on its side. */
  layout?: 'sheet';
}

/** Markup of a style or script goes in as it is; its hash is of exactly this text. */
const verbatim = (text: string): Html => ({ html: text });

/**
 * A page in one file that asks for nothing: its policy allows the style and the script that stand in it, and no
 * request at all. The large-print switch works by the style alone.
 */
export function singleFile({ title, style, script, bar, main, layout }: DocumentParts): string {
  const policy = [
    "default-src 'none'",
    `style-src ${style.hash}`,
    `script-src ${script?.hash ?? "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `${
    html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${verbatim(style.text)}</style>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="bar">${bar}<label class="large"><input type="checkbox" id="large">大字</label></header>
<main id="main"${layout && html` class="${layout}"`}>${main}</main>
${script && html`<script>${verbatim(script.text)}</script>\n`}</body>
</html>
`.html
  }`;
}
