namespace AccountRules.Cli.Output;

/// <summary>How the page of a report looks: light, dark, narrow and printed, with the fonts of the reader's system.</summary>
internal static class ReportStyle
{
    /// <summary>The style sheet.</summary>
    public const string Css = """
        :root { color-scheme: light dark; --bg: #f7f6f3; --card: #fff; --fg: #22262b; --soft: #5a626c; --line: #e2dfd8; --ink: rgba(255,255,255,.55);
          --Met: #2f7d5f; --OnTrack: #79b598; --AtRisk: #b9770e; --Late: #9a6a3c; --Overdue: #b3261e; --Missed: #8c2f5e;
            --Graded: #48699c; --Undetermined: #70589f; --NotApplicable: #a3a8ae; }
        @media (prefers-color-scheme: dark) { :root { --bg: #15181c; --card: #1d2126; --fg: #e6e6e3; --soft: #a3abb5; --line: #30363d; --ink: rgba(0,0,0,.5);
          --Met: #5bb38d; --OnTrack: #35705a; --AtRisk: #e0a63c; --Late: #c4956a; --Overdue: #f0776c; --Missed: #d880ab;
            --Graded: #86a8dc; --Undetermined: #b09ade; --NotApplicable: #6b727a; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--bg); color: var(--fg); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        main { max-width: 1080px; margin: 0 auto; padding: 40px 24px 56px; }
        h1 { font-size: 30px; line-height: 1.2; margin: 0 0 4px; font-weight: 650; letter-spacing: -.01em; overflow-wrap: anywhere; }
        h2 { font-size: 17px; margin: 0 0 12px; font-weight: 620; }
        h3 { font-size: 14px; margin: 0 0 4px; font-weight: 600; }
        p { margin: 0; } .soft { color: var(--soft); } small { font-size: .87em; color: var(--soft); font-weight: 400; }
        section, .tile { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
        section { padding: 20px 22px; margin-top: 18px; break-inside: avoid-page; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: 12px; margin-top: 24px; }
        .tile { padding: 12px 16px; border-top: 3px solid var(--c); }
        .tile b { display: block; font-size: 28px; line-height: 1.2; font-weight: 640; font-variant-numeric: tabular-nums; }
        .tile i, .chip i { color: var(--c); font-style: normal; font-weight: 700; margin-right: 5px; }
        .calm { margin-top: 24px; } .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr)); gap: 18px 28px; }
        .two > div { max-width: 520px; } .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; } th { text-align: left; font-weight: 500; font-size: .87em; color: var(--soft); }
        th, td { padding: 7px 14px 7px 0; border-bottom: 1px solid var(--line); vertical-align: top; } tr:last-child > td { border-bottom: 0; }
        td:last-child, th:last-child { padding-right: 0; } .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
          .d { white-space: nowrap; font-variant-numeric: tabular-nums; }
        bdi { overflow-wrap: break-word; } .w { width: 26%; min-width: 90px; } .rules .w { width: 17%; }
          .rules td:nth-child(3) { width: 36%; } .chip { white-space: nowrap; margin-right: 12px;
          font-variant-numeric: tabular-nums; }
        .bar { display: block; width: 100%; height: 12px; margin-top: 6px; border-radius: 3px; } .chart { display: block; width: 100%; height: auto; }
        .t { font-size: 12px; fill: var(--soft); } .b { fill: var(--fg); font-weight: 600; } .axis { stroke: var(--line); stroke-width: 1.5; }
          .ink { fill: var(--ink); } .soon { opacity: .6; }
        .legend { margin: 8px 0 14px; font-size: 13px; color: var(--soft); }
        footer { margin-top: 24px; font-size: 13px; color: var(--soft); } ul { margin: 0; padding-left: 18px; }
        @media (max-width: 620px) { main { padding: 24px 14px 40px; } section { padding: 16px; } h1 { font-size: 25px; } .w { min-width: 70px; }
          .tiles { grid-template-columns: repeat(auto-fit, minmax(136px, 1fr)); }
          .stack thead { display: none; } .stack tr { display: block; padding: 8px 0; border-bottom: 1px solid var(--line); }
            .stack tr:last-child { border-bottom: 0; } .stack td { display: block; padding: 1px 0; border: 0; width: auto; } }
        @media print { :root { --bg: #fff; --card: #fff; --fg: #111; --soft: #444; --line: #ccc; --ink: rgba(255,255,255,.55); --Met: #2f7d5f;
          --OnTrack: #79b598; --AtRisk: #b9770e; --Late: #9a6a3c;
          --Overdue: #b3261e; --Missed: #8c2f5e; --Graded: #48699c; --Undetermined: #70589f; --NotApplicable: #a3a8ae; color-scheme: light; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } body { font-size: 12px; } main { max-width: none; padding: 0; }
            section { padding: 12px 14px; border-radius: 6px; break-inside: auto; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
            tr, .two > div, .chart { break-inside: avoid; } h2 { break-after: avoid; } }
        """;

    /// <summary>The colours of standings, of fills and of marks; those that need attention are filled with a pattern.</summary>
    public static string Standings { get; } = string.Concat(Enum.GetValues<Standing>().Select(s =>
        $".c-{s} {{ --c: var(--{s}); }} .s-{s} {{ fill: var(--{s}); }} .f-{s} {{ fill: {(HasPattern(s) ? $"url(#p-{s})" : $"var(--{s})")}; }}\n"));

    private static bool HasPattern(Standing standing) => standing is Standing.AtRisk or Standing.Late or Standing.Missed or Standing.Undetermined;
}
