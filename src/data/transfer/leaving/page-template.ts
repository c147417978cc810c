import { escapeHtml } from "#data/transfer/escape-html.ts";

/** Quiet, in the reader's own letters, and dark where the screen is. */
const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1.25rem; font: 1.125rem/1.58 Georgia, serif; overflow-wrap: anywhere; }
h1 { font-size: 2rem; line-height: 1.2; font-weight: 500; }
img { max-width: 100%; height: auto; }
pre, .table { overflow-x: auto; }
table { border-collapse: collapse; }
td, th { border-top: 1px solid; padding: 0.3em 0.8em 0.3em 0; text-align: start; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 2px solid; }
.facts { font: 0.8125rem/1.5 system-ui, sans-serif; }
`;

/** Nothing runs in the file, and it asks nothing of anybody. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** Writes a whole page around HTML that is clean. */
export function writePage(page: {
  readonly title: string;
  readonly language: string | undefined;
  readonly direction: "ltr" | "rtl";
  readonly body: string;
}): string {
  const language = page.language ? ` lang="${escapeHtml(page.language)}"` : "";
  return `<!doctype html>
<html${language} dir="${page.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(page.title)}</title>
<style>${STYLE}</style>
</head>
<body>
${page.body}
</body>
</html>
`;
}
