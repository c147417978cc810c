import {
  ARTICLE_FOLDER,
  FILE_FOLDER,
  FILE_POLICY,
  IMMUTABLE,
  IMMUTABLE_FOLDERS,
  NEVER_KEEP,
  REVALIDATE,
  securityHeaders,
} from "./policy.ts";

const GENERATED =
  "Made from src/pipeline/command/host/policy.ts by `npm run hosting`; edit it there.";

/** The `_headers` file of an edition that is served at this base, as Netlify and Cloudflare Pages read it. */
export function headersFile(base: string, styles: readonly string[]): string {
  // Rules that match one path are joined with commas, so Cache-Control never stands under `/*`.
  const kept = IMMUTABLE_FOLDERS.filter((folder) => folder !== FILE_FOLDER).map((folder) =>
    rule(`${base}${folder}*`, IMMUTABLE),
  );
  const revalidated = ["", "index.html", "data/manifest.json", `${ARTICLE_FOLDER}*`, "sw.js"].map(
    (path) => rule(`${base}${path}`, REVALIDATE),
  );
  const common = securityHeaders("https", styles).map(([name, value]) => `  ${name}: ${value}\n`);
  // Two policies joined with a comma both hold (CSP 3, section 2.2.1).
  const files = `${base}${FILE_FOLDER}*\n  Content-Security-Policy: ${FILE_POLICY}\n  Cache-Control: ${IMMUTABLE}\n`;
  return [`# ${GENERATED}\n`, `${base}*\n${common.join("")}`, files, ...kept, ...revalidated].join(
    "",
  );
}

function rule(path: string, cacheControl: string): string {
  return `${path}\n  Cache-Control: ${cacheControl}\n`;
}

/** An nginx configuration (1.9 or newer) for an edition that is served at this base, to be adapted at its ADAPT lines. */
export function nginxConfiguration(base: string, styles: readonly string[]): string {
  const headers = securityHeaders("https", styles).map(([name, value]) =>
    name === "Content-Security-Policy"
      ? `    add_header ${name} $offprint_policy always;\n`
      : `    add_header ${name} "${value}" always;\n`,
  );
  const policy = securityHeaders("https", styles).find(
    ([name]) => name === "Content-Security-Policy",
  );
  const folders = IMMUTABLE_FOLDERS.map((folder) => folder.slice(0, -1)).join("|");
  return `# ${GENERATED}
# One set of headers at server level, and Cache-Control by map: an add_header inside a location would silently drop
# every inherited one. The map's key begins with the status, so that a 404 never inherits a year of "immutable".
map "$status:$request_uri" $offprint_cache {
    default "${REVALIDATE}";
    "~^(200|206|304):${base}(${folders})/" "${IMMUTABLE}";
    "~^(200|206|304):${base}${ARTICLE_FOLDER}[^?]+\\?v=[0-9a-f]{16}$" "${IMMUTABLE}";
    "~^4" "${NEVER_KEEP}";
}
# The digests in it name the style elements of one version of the app: those of yours stand in the edition's _headers.
map $uri $offprint_policy {
    default "${policy?.[1]}";
    "~^${base}${FILE_FOLDER}" "${FILE_POLICY}";
}
server {
    listen 443 ssl;                                  # ADAPT
    server_name news.example.org;                    # ADAPT
    ssl_certificate /etc/ssl/news.example.org.pem;   # ADAPT
    ssl_certificate_key /etc/ssl/news.example.org.key; # ADAPT
    root /var/www/news;                              # ADAPT: the folder that holds the edition${base === "/" ? "" : ` as ${base.slice(1, -1)}/`}

    server_tokens off;
    autoindex off;
    disable_symlinks on from=$document_root;
    charset utf-8;
    gzip on;
    gzip_types text/css text/javascript application/json application/manifest+json image/svg+xml;
    types {
        text/html html;
        text/css css;
        text/javascript js mjs;
        text/plain txt;
        application/json json;
        application/manifest+json webmanifest;
        application/pdf pdf;
        image/svg+xml svg;
        image/png png;
        image/webp webp;
        image/avif avif;
        image/gif gif;
        image/jpeg jpg jpeg;
        audio/mpeg mp3;
        video/mp4 mp4;
        font/woff2 woff2;
    }
    default_type application/octet-stream;

${headers.join("")}    add_header Cache-Control $offprint_cache always;

    if ($request_method !~ ^(GET|HEAD)$) { return 405; }
    location ~ /\\.(?!well-known/) { return 404; }

    # What is missing here must be a 404, never a document.
    location ${base}assets/ { try_files $uri =404; }
    location ${base}data/ { try_files $uri =404; }

    location ${base} {
        try_files $uri $uri/index.html =404;
        error_page 404 ${base}404.html;
    }
}
`;
}
