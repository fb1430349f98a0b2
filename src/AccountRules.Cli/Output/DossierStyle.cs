namespace AccountRules.Cli.Output;

/// <summary>What the dossier of a change looks like beside what all pages share.</summary>
internal static class DossierStyle
{
    /// <summary>The style sheet.</summary>
    public const string Css = """
        :root { --mark: #1f5fa8; } @media (prefers-color-scheme: dark) { :root { --mark: #7fb2ee; } }
        @media print { :root { --mark: #1f5fa8; } details:not([open]) { display: none; } .two { grid-template-columns: 1fr 1fr; } }
        .u { font-size: 11px; fill: var(--soft); } .u.b { fill: var(--fg); font-weight: 500; } .pale { opacity: .18; }
        .mark rect { fill: var(--mark); opacity: .28; } .mark text { fill: var(--mark); font-size: 13px; font-weight: 700; }
        .line { fill: none; stroke: var(--mark); stroke-width: 2; } .dot { fill: var(--mark); } .then { fill: var(--soft); }
        .rule { stroke: var(--line); stroke-width: 1; } .dash { stroke: var(--soft); stroke-dasharray: 3 3; }
        .terms { margin: 0 0 12px; } code { font: .93em ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
        summary { cursor: pointer; font-size: 17px; font-weight: 620; } summary + * { margin-top: 12px; }
        main { overflow-wrap: break-word; } h3 { margin-top: 4px; } .two { margin-bottom: 12px; } section > p + .scroll { margin-top: 10px; }
        .same { color: var(--soft); font-size: .93em; margin-top: 12px; } td, bdi { overflow-wrap: anywhere; } .n, .d { overflow-wrap: normal; }
        .regions td:nth-child(2) { width: 34%; } .regions td:last-child { width: 12%; }
        td:first-child { min-width: 110px; } td.n:first-child { min-width: 0; }
        @media (max-width: 620px) { .stack td:first-child { min-width: 0; } .stack .n { text-align: left; }
          .stack td:empty { display: none; } .stack td.w { max-width: 240px; } }
        """;
}
