import { appAddress, articlePath, dataAddress, page } from "#model/address.ts";
import type { Article } from "#model/article.ts";
import type { FirstView, Imprint } from "#model/first-view.ts";
import { metaPolicy, styleSource } from "#pipeline/command/host/policy.ts";
import type { DocumentMaker } from "#pipeline/edition/document-maker.ts";
import type { AppSource } from "./app-source.ts";
import { escapeMarkup, tag } from "./markup.ts";
import { fillAround, fillTemplate, type Page, policyMarkup, readTemplate } from "./template.ts";

/** The documents of an edition: those that depend on what it holds, and those at fixed addresses. */
export type EditionDocuments = DocumentMaker & {
  /** HTML by path below the base: one for every page of the app, and one for all that is not there. */
  readonly fixed: ReadonlyMap<string, string>;
  /** What two of the app's places are called; null where the app was built without what says so. */
  readonly placeNames: FirstView["placeNames"] | null;
  /** The style elements that they have, as the policy names them. */
  readonly styles: readonly string[];
};

/** Makes the documents of an edition out of the built app. */
export function makeDocuments(app: AppSource, imprint: Imprint): EditionDocuments {
  const { title, language, timeZone, base } = imprint;
  const template = readTemplate(app.html, base);
  const firstView = app.createFirstView?.(imprint);
  // As in the document, their addresses are relative to the app.
  const listStyles = app.styles.list.replaceAll("./assets/", `${base}assets/`);
  const articleStyles = app.styles.article.replaceAll("./assets/", `${base}assets/`);
  const articleStyleBytes = Buffer.from(articleStyles);
  const styles = [listStyles, articleStyles].filter(Boolean).map(styleSource);
  const policy = policyMarkup(metaPolicy(styles));
  const pageOf = (lang: string, head: string, content: string, styles: string): Page => ({
    root: { lang, base, title, language, zone: timeZone },
    policy,
    styles,
    head,
    content,
  });
  const write = (...page: Parameters<typeof pageOf>) => fillTemplate(template, pageOf(...page));
  const appPage = (content: string, styles = "") =>
    write(language, titleMarkup(title), content, styles);
  const plain = appPage(appNotice(title, base));

  return {
    index: ({ manifest, head }) =>
      firstView
        ? write(
            language,
            [titleMarkup(title), ...graphMarkup(frontGraph(imprint))].join("\n"),
            firstView.list(manifest, head),
            listStyles,
          )
        : plain,
    article: (article) => {
      const page = pageOf(
        article.language ?? language,
        articleHead(article, imprint),
        firstView?.article(article) ?? articleNotice(article),
        articleStyles,
      );
      const [start, end] = fillAround(template, page);
      return [start, articleStyleBytes, end];
    },
    text: (article) => firstView?.text(article) ?? `<p>${escapeMarkup(article.excerpt)}</p>`,
    alias: (id) => aliasDocument(`${base}${articlePath(id).slice(1)}`, language, policy),
    placeNames: firstView?.placeNames ?? null,
    styles,
    fixed: new Map(
      [page.tags, page.views, page.minutes, page.saved, page.share, page.settings, page.transfer]
        .map(({ pattern: path }): [string, string] => [`${path.slice(1)}/index.html`, plain])
        .concat([
          ["404.html", plain],
          [appAddress.shell(), plain],
        ]),
    ),
  };
}

function articleHead(article: Article, { title, base }: Imprint): string {
  const address = base + articlePath(article.id).slice(1);
  const description = article.description ?? article.excerpt;
  const picture = article.picture && pictureAddress(article.picture.src, base);
  const graph: Graph = [
    ["og:type", "article"],
    ["og:title", article.title],
    ["og:description", description || undefined],
    ["og:site_name", title],
    ["og:url", address],
    ["og:image", picture ?? base + appAddress.sharePicture()],
    ["og:image:alt", picture && article.picture?.alt],
    ["article:published_time", article.date ?? undefined],
    ["article:modified_time", article.modified],
    ["article:section", article.section],
  ];
  return [
    titleMarkup(`${article.title} · ${title}`),
    description && tag("meta", { name: "description", content: description }),
    // An article that was taken over from elsewhere names the original, so that search engines keep it first.
    tag("link", { rel: "canonical", href: article.link ?? address }),
    ...graphMarkup(graph),
    ...article.tags.map((label) => tag("meta", { property: "article:tag", content: label })),
  ]
    .filter(Boolean)
    .join("\n");
}

/** What a page says of itself where its address is shared: https://ogp.me */
type Graph = readonly (readonly [property: string, content: string | undefined])[];

function frontGraph({ title, base }: Imprint): Graph {
  return [
    ["og:type", "website"],
    ["og:title", title],
    ["og:url", base],
    ["og:image", base + appAddress.sharePicture()],
  ];
}

function graphMarkup(graph: Graph): readonly string[] {
  return graph.flatMap(([property, content]) =>
    content ? [tag("meta", { property, content })] : [],
  );
}

/** A picture's address for others; none where it is not the edition's own and not `https:`. */
function pictureAddress(src: string, base: string): string | undefined {
  if (/^https:/i.test(src)) return src;
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(src) ? undefined : base + src;
}

function articleNotice(article: Article): string {
  const original = article.link
    ? ` <a href="${escapeMarkup(article.link)}" rel="noreferrer">Read the original</a>.`
    : "";
  return `<noscript><h1>${escapeMarkup(article.title)}</h1><p>This page needs JavaScript to show the article.${original}</p></noscript>`;
}

function appNotice(title: string, base: string): string {
  return `<noscript><h1>${escapeMarkup(title)}</h1><p>This page needs JavaScript. Its newest stories are also in <a href="${escapeMarkup(base + dataAddress.feed())}">its feed</a>.</p></noscript>`;
}

function aliasDocument(address: string, language: string, policy: string): string {
  return `<!doctype html>
${tag("html", { lang: language })}
<head>
${policy}
${tag("meta", { "http-equiv": "refresh", content: `0; url=${address}` })}
${tag("link", { rel: "canonical", href: address })}
<title>Moved</title>
</head>
<body><p>This article has moved: <a href="${escapeMarkup(address)}">go to it</a>.</p></body>
</html>
`;
}

function titleMarkup(title: string): string {
  return `<title>${escapeMarkup(title)}</title>`;
}
