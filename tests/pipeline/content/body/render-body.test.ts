import { describe, expect, test } from "vitest";
import { renderBody } from "#pipeline/content/body/render-body.ts";

const page = {
  reference: (target: string) => (target === "known.md" ? "offprint:article/x" : null),
  param: (name: string) => (name === "color" ? "red & blue" : null),
};

function render(text: string, isHtml = false) {
  const problems: string[] = [];
  const html = renderBody(text, isHtml, page, 5, (line, message) => {
    problems.push(`${line}: ${message}`);
  });
  return { html: html.trim(), problems };
}

describe("Markdown", () => {
  test.each([
    ["## Two Words!", '<h2 id="two-words">Two Words!</h2>'],
    ["## A\n\n## A", '<h2 id="a">A</h2>\n<h2 id="a-1">A</h2>'],
    ["## Über uns", '<h2 id="über-uns">Über uns</h2>'],
    ["## A {#own}", '<h2 id="own">A</h2>'],
    ["## own\n\n## A {#own}", '<h2 id="own-1">own</h2>\n<h2 id="own">A</h2>'],
    ["## A {#a--b}\n\n## B {#a--b}", '<h2 id="a--b">A</h2>\n<h2 id="a--b">B</h2>'],
    ["## A `b` [c](d)", '<h2 id="a-b-c">A <code>b</code> <a href="d">c</a></h2>'],
    ["## A {#own .wide}", '<h2 id="own">A</h2>'],
    ["Not a heading {#own}", "<p>Not a heading {#own}</p>"],
    ["~~gone~~", "<p><s>gone</s></p>"],
    ['"quoted" -- and...', "<p>“quoted” – and…</p>"],
    [
      "https://example.com and example.com",
      '<p><a href="https://example.com">https://example.com</a> and example.com</p>',
    ],
    ["<b>raw</b> &amp; `<b>`", "<p><b>raw</b> &amp; <code>&lt;b&gt;</code></p>"],
    ["A\n: B", "<dl>\n<dt>A</dt>\n<dd>B</dd>\n</dl>"],
    ["| a |\n|--:|\n| 1 |", '<th style="text-align:right">a</th>'],
    ["- [x] done", 'type="checkbox"'],
    ["a[^1]\n\n[^1]: note", 'href="#fn1"'],
    ["```go\na < b\n```", '<pre><code class="language-go">a &lt; b\n</code></pre>'],
  ])("%s", (text, html) => {
    expect(render(text).html).toContain(html);
  });
});

describe("Hugo's own shortcodes", () => {
  test.each([
    [
      '{{< figure src="a.png" alt="x" caption="**C**" >}}',
      '<figure><img src="a.png" alt="x"><figcaption><strong>C</strong></figcaption></figure>',
    ],
    [
      '{{< figure src="a.png" link="/b" title="T" width="3" attr="By" attrlink="/c" >}}',
      '<figure><a href="/b"><img src="a.png" alt="" width="3"></a><figcaption><h4>T</h4> <a href="/c">By</a></figcaption></figure>',
    ],
    [
      "{{< youtube dQw4w9WgXcQ >}}",
      '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
    ],
    [
      '{{< youtube id="dQw4w9WgXcQ" autoplay=true >}}',
      '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
    ],
    ["{{< vimeo 55073825 >}}", '<iframe src="https://player.vimeo.com/video/55073825"></iframe>'],
    ['{{< tweet user="u" id="12" >}}', 'href="https://x.com/u/status/12"'],
    ["{{< tweet 12 >}}", 'href="https://x.com/i/status/12"'],
    ["{{< x user=u id=12 >}}", 'href="https://x.com/u/status/12"'],
    ["{{< instagram BWNjjyYFxVx >}}", 'href="https://www.instagram.com/p/BWNjjyYFxVx/"'],
    ["{{< gist user abc >}}", 'href="https://gist.github.com/user/abc"'],
    [
      "{{< highlight go >}}\na < b\n{{< /highlight >}}",
      '<pre><code class="language-go">a &#60; b\n</code></pre>',
    ],
    [
      '{{< details summary="More" >}}**in**{{< /details >}}',
      "<details><summary>More</summary><strong>in</strong></details>",
    ],
    ["Red is {{< param color >}}.", "<p>Red is red &#38; blue.</p>"],
    ["[a]({{< ref known.md >}})", '<a href="offprint:article/x">a</a>'],
    ['[a]({{% relref "known.md" %}})', '<a href="offprint:article/x">a</a>'],
    ["{{< qr >}}https://example.com{{< /qr >}}", 'href="https://example.com"'],
    ["{{< qr text=`a b` />}}", "<blockquote>a b</blockquote>"],
    ["{{< youtube >}}", ""],
  ])("%s", (text, html) => {
    expect(render(text)).toEqual({ html: expect.stringContaining(html), problems: [] });
  });

  test("what they are given is text, not HTML", () => {
    const { html } = render(
      '{{< figure src="x\\"><script>" alt="<i>" attr="<b>" >}}{{< youtube "x\\" onload=" >}}',
    );
    expect(html).not.toMatch(/<script|<i>|<b>|" onload/);
  });
});

describe("shortcodes that are not Hugo's", () => {
  test("go, their inner text stays, and each name is told once with its line", () => {
    const { html, problems } = render(
      "a {{< own x >}}\n\n{{% box %}}\n**kept**\n{{% /box %}}\n\n{{< own >}}",
    );
    expect(html).toBe("<p>a</p>\n<p><strong>kept</strong></p>");
    expect(problems).toEqual([
      "5: The shortcode “own” is none of Hugo's own, so it is left out. Write HTML or Markdown for it.",
      "7: The shortcode “box” is none of Hugo's own, so only the text inside of it is kept. Write HTML or Markdown for it.",
    ]);
  });

  test.each([
    ["nested", "{{< a >}}1{{< b >}}2{{< /b >}}3{{< /a >}}", "<p>123</p>"],
    ["crossed", "{{< a >}}1{{< b >}}2{{< /a >}}3{{< /b >}}", "<p>123</p>"],
    ["closed twice", "1{{< /a >}}2{{< a >}}3", "<p>123</p>"],
    ["with quotes that hold the end", '1{{< a "x >}} y" `>}}` >}}2', "<p>12</p>"],
    ["over several lines", "1{{< a\n x=1\n>}}2", "<p>12</p>"],
    ["unfinished", "1 {{< a", "<p>1 {{&lt; a</p>"],
    ["no shortcode", "1 {{ a }}", "<p>1 {{ a }}</p>"],
  ])("%s", (_, text, html) => {
    expect(render(text).html).toBe(html);
  });

  test("ten thousand of them, nested, are no trouble", () => {
    const text = `${"{{< a >}}".repeat(10_000)}x${"{{< /a >}}".repeat(10_000)}`;
    expect(render(text).html).toBe("<p>x</p>");
  });
});

test("an escaped shortcode is shown, not run", () => {
  expect(render("```\n{{</* youtube x */>}}\n```")).toEqual({
    html: "<pre><code>{{&lt; youtube x &gt;}}\n</code></pre>",
    problems: [],
  });
  expect(render("<p>{{%/* b */%}}</p>", true).html).toBe("<p>{{% b %}}</p>");
  expect(render("<p>{{</* b */>}}</p>", true).html).toBe("<p>{{&#60; b &#62;}}</p>");
});

test("a ref to nothing is told, and leads nowhere", () => {
  expect(render("[a]({{< ref no.md >}})")).toEqual({
    html: '<p><a href="offprint:nowhere">a</a></p>',
    problems: ["5: No published article is “no.md”. Correct the ref, or publish it."],
  });
});

test("HTML bodies stay as they are, shortcodes in them are rendered", () => {
  const text = "<p>*a*</p>\n    <pre>b</pre>{{< youtube abc >}}{{< box >}}*c*{{< /box >}}";
  expect(render(text, true).html).toBe(
    '<p>*a*</p>\n    <pre>b</pre><iframe src="https://www.youtube.com/embed/abc"></iframe>*c*',
  );
});

test("private marks in a text are no way in", () => {
  expect(render("\uE0FF0\uE0FE {{< youtube abc >}}").html).toMatch(/^<p>0 <iframe/);
});

test("Markdown longer than any browser shows is told, and shown as it is written", () => {
  const told: string[] = [];
  const page = { reference: () => null, param: () => null };
  const html = renderBody("<b>".repeat(700_000), false, page, 4, (line, message) =>
    told.push(`${line}: ${message}`),
  );
  expect(html.slice(0, 9)).toBe("<p>&#60;b");
  expect(told.join()).toMatch(/^4: The text has more than 2 million characters/);
});
