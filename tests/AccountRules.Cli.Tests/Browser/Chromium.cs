using System.Diagnostics;
using System.Net;
using AccountRules.Shared;

namespace AccountRules.Cli.Tests.Browser;

/// <summary>The Debian Chromium, without a screen.</summary>
internal static class Chromium
{
    /// <summary>What becomes of a page: its document after its scripts ran, and what the browser complained of.</summary>
    public static (string Document, string Log) Run(string page, string folder, params string[] more)
    {
        var file = Path.Combine(folder, "measured.html");
        File.WriteAllText(file, page);
        using var process = Process.Start(new ProcessStartInfo(BrowserFactAttribute.Chromium,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--virtual-time-budget=5000", "--window-size=1300,1000",
            $"--user-data-dir={Path.Combine(folder, "profile")}", .. more, "--dump-dom", $"file://{file}",
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var log = process.StandardError.ReadToEndAsync();
        var document = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(60_000))
            process.Kill();

        return (document, log.GetAwaiter().GetResult());
    }

    /// <summary>A page that shows others in frames of a width, each as it is and with all of its parts open, and writes what is wrong with them.</summary>
    public static string Measuring(params IEnumerable<(string Name, string Page, int Width)> pages) => $$"""
        <!DOCTYPE html><meta charset="utf-8"><body>
        {{string.Concat(pages.Select(p => $"<iframe name=\"{p.Name}, {p.Width} wide\" style=\"width:{p.Width}px;height:900px;border:0\" "
            + $"srcdoc=\"{WebUtility.HtmlEncode(p.Page)}\"></iframe>\n"))}}
        <pre id="found"></pre>
        <script>
        const found = [];
        const short = e => e.textContent.trim().slice(0, 40);
        function measure(frame) {
          const doc = frame.contentDocument, wide = doc.documentElement.clientWidth, tell = what => found.push(`${frame.name}: ${what}`);
          doc.querySelectorAll('details').forEach(d => d.open = true);
          if (doc.documentElement.scrollWidth > wide) tell('the page is wider than its window');
          doc.querySelectorAll('.scroll').forEach(s => { if (s.scrollWidth > s.clientWidth + 1) tell(`a table is cut off: ${short(s)}`); });
          doc.querySelectorAll('main *').forEach(e => {
            const r = e.getBoundingClientRect();
            if (r.width > 0 && (r.left < -1 || r.right > wide + 1)) tell(`<${e.tagName}> lies outside: ${short(e)}`);
          });
          doc.querySelectorAll('svg.chart').forEach(svg => {
            const [, , w, h] = svg.getAttribute('viewBox').split(' ').map(Number), texts = [...svg.querySelectorAll('text')].map(t => [t, t.getBBox()]);
            for (const [t, b] of texts)
              if (b.x < -0.5 || b.y < -0.5 || b.x + b.width > w + 0.5 || b.y + b.height > h + 0.5) tell(`a label leaves its picture: ${short(t)}`);
            for (const [i, [t, b]] of texts.entries())
              for (const [u, c] of texts.slice(i + 1))
                if (b.x + b.width > c.x + 1 && c.x + c.width > b.x + 1 && b.y + b.height > c.y + 4 && c.y + c.height > b.y + 4)
                  tell(`two labels overlap: ${short(t)} and ${short(u)}`);
            for (const g of svg.querySelectorAll('g')) {
              const label = g.querySelector('text'), band = g.querySelector('rect');
              if (label && label.getBBox().width > band.getBBox().width + 1) tell(`a label is wider than its band: ${short(label)}`);
            }
          });
          doc.querySelectorAll('main p, main td, main th, main h1, main h2, main h3, main small, main code').forEach(e => {
            if (e.textContent.trim() && contrast(e) < 4.4) tell(`hardly to be read: ${short(e)}`);
          });
        }
        function light(color) {
          const [r, g, b] = color.match(/[0-9.]+/g).map(Number).map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        }
        function contrast(e) {
          const style = x => x.ownerDocument.defaultView.getComputedStyle(x);
          let behind = e;
          while (style(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
          const [a, b] = [light(style(e).color), light(style(behind).backgroundColor)].sort((x, y) => y - x);
          return (a + 0.05) / (b + 0.05);
        }
        addEventListener('load', () => {
          try { document.querySelectorAll('iframe').forEach(measure); found.push('measured'); } catch (e) { found.push(`failed: ${e}`); }
          document.querySelector('#found').textContent = found.join('\n');
        });
        </script>
        """;

    /// <summary>What was found wrong; the last line is <c>measured</c>.</summary>
    public static string[] Found(string document)
    {
        var begin = document.IndexOf("<pre id=\"found\">", StringComparison.Ordinal);
        var text = document[(begin + 16)..document.IndexOf("</pre>", begin, StringComparison.Ordinal)];
        return WebUtility.HtmlDecode(text).Split('\n');
    }
}
