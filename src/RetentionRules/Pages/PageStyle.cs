namespace RetentionRules.Pages;

/// <summary>How pages look: on a screen light or dark, as the reader has it, and on paper.</summary>
internal static class PageStyle
{
    /// <remarks>
    /// Every colour of a text has a contrast of at least 4.5 to 1 with what is behind it, and every line that carries meaning
    /// one of 3 to 1.
    /// </remarks>
    public const string Css = """
        :root {
          color-scheme: light dark;
          --paper: #ffffff; --ink: #1c1c1c; --quiet: #5a5a5a; --rule: #c9c9c9; --line: #767676; --head: #f1f2f3; --link: #1a4f86; --note: #8a5a00;
          --look0: #7d2a1a; --look1: #1f5a8a; --look2: #2e6b4f; --look3: #6b4a8a; --look4: #7a5c12;
          --look5: #4a5568; --look6: #93386c; --look7: #0f6e75; --look8: #55651b; --look9: #333333;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --paper: #161718; --ink: #e6e6e6; --quiet: #a8a8a8; --rule: #43464a; --line: #8b8f94; --head: #222427; --link: #8fbdf0; --note: #d9a441;
            --look0: #e08a76; --look1: #7fb2e0; --look2: #7dc4a1; --look3: #bfa0e0; --look4: #d3b25c;
            --look5: #aab4c4; --look6: #e092bf; --look7: #6cc5cc; --look8: #b5c573; --look9: #cccccc;
          }
        }
        * { box-sizing: border-box; }
        html { background: var(--paper); }
        body {
          max-width: 80rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; color: var(--ink); background: var(--paper);
          font: 0.9375rem/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums lining-nums;
        }
        h1, h2, h3 { line-height: 1.25; font-weight: 600; text-wrap: balance; }
        h1 { margin: 0 0 0.5rem; font-size: 1.625rem; }
        h2 { margin: 0 0 0.75rem; font-size: 1.25rem; }
        h3 { margin: 1.5rem 0 0.5rem; font-size: 1rem; }
        p, ul { margin: 0 0 0.75rem; max-width: 46rem; }
        ul { padding-left: 1.25rem; }
        a { color: var(--link); text-underline-offset: 0.15em; }
        :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
        code { font: 0.9em ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; unicode-bidi: isolate; }
        td code { display: inline-block; }
        nav ol { margin: 1.25rem 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
        section { margin-top: 2.5rem; padding-top: 1.25rem; border-top: 1px solid var(--rule); }
        .caution { padding: 0.1rem 0 0.1rem 0.75rem; border-left: 4px solid var(--note); font-weight: 600; }
        .aside { color: var(--quiet); }
        dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.25rem 1.5rem; margin: 0; }
        dt { color: var(--quiet); }
        dd { margin: 0; overflow-wrap: anywhere; }
        .scroll { overflow-x: auto; margin: 0 0 1.25rem; }
        table { border-collapse: collapse; font-size: 0.875rem; line-height: 1.4; }
        caption { padding: 0 0 0.4rem; text-align: left; font-weight: 600; }
        th, td { padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; font-weight: 400; }
        th:last-child, td:last-child { padding-right: 0.25rem; }
        thead th { padding-top: 0.4rem; background: var(--head); border-bottom: 1px solid var(--line); vertical-align: bottom; font-weight: 600; }
        thead th:first-child, tbody th, tfoot th { padding-left: 0.5rem; }
        thead th[scope="colgroup"] { text-align: center; border-left: 0.5rem solid var(--paper); }
        tbody th { max-width: 16rem; overflow-wrap: break-word; }
        tbody th[scope="rowgroup"] { max-width: none; padding-top: 0.9rem; border-bottom-color: var(--line); font-weight: 600; }
        tr:has(> th[scope="rowgroup"]) td { padding-top: 0.9rem; border-bottom-color: var(--line); }
        tfoot th, tfoot td { border-top: 1px solid var(--line); border-bottom: 0; font-weight: 600; }
        td:not(.number) { min-width: 7rem; max-width: 30rem; overflow-wrap: anywhere; }
        td.words { min-width: 9rem; overflow-wrap: break-word; }
        td.sentences { min-width: 18rem; }
        th p, td p { margin: 0; max-width: none; }
        th p + p, td p + p { margin-top: 0.25rem; }
        .number { padding-left: 0.25rem; text-align: right; white-space: nowrap; }
        thead .number { white-space: normal; }
        thead .number + th:not(.number), td.number + td:not(.number) { padding-left: 0.6rem; }
        .sides { width: 100%; min-width: 36rem; table-layout: fixed; }
        .sides td:first-child { width: 1.75rem; min-width: 0; padding-left: 0.5rem; }
        .sides thead td { background: var(--head); border-bottom: 1px solid var(--line); }
        .sides thead th:not(:last-child), .sides td:not(:first-child, :last-child) { padding-right: 1.5rem; }
        .sides td { max-width: none; white-space: pre-wrap; overflow-wrap: break-word; border-bottom: 0; padding-top: 0.1rem; padding-bottom: 0.1rem; }
        .sides tbody th, .sides thead th { padding-left: 0; }
        .sides tbody th[scope="rowgroup"] { padding-top: 0.6rem; padding-bottom: 0.1rem; border-bottom: 0; }
        .sides tbody:last-of-type tr:last-child td { padding-bottom: 0.4rem; border-bottom: 1px solid var(--rule); }
        .sides .sign { color: var(--quiet); }
        .sides .differs td { font-weight: 600; background: var(--head); }
        .sides .differs .sign { color: inherit; }
        .sides .place { color: var(--quiet); font-weight: 400; }
        .in1 { padding-left: 1.25em; } .in2 { padding-left: 2.5em; } .in3 { padding-left: 3.75em; } .in4 { padding-left: 5em; }
        .in5 { padding-left: 6.25em; } .in6 { padding-left: 7.5em; } .in7 { padding-left: 8.75em; } .in8 { padding-left: 10em; }
        .zero { color: var(--quiet); }
        figure { margin: 0 0 1.5rem; }
        figcaption { margin: 0 0 0.4rem; font-weight: 600; font-size: 0.875rem; }
        figure svg { display: block; width: 100%; min-width: 40rem; height: auto; }
        .legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin: 0 0 0.5rem; padding: 0; list-style: none; font-size: 0.875rem; }
        .legend svg { display: inline-block; width: 1.75rem; min-width: 0; height: 0.875rem; margin-right: 0.5rem; vertical-align: -0.05rem; }
        svg text { fill: var(--ink); font: 12px system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; }
        svg .value { font-size: 11px; }
        svg .axis { stroke: var(--line); }
        svg .grid { stroke: var(--rule); }
        svg .ground { fill: var(--paper); }
        svg .mark { fill: none; stroke-width: 2; }
        .look0 { stroke: var(--look0); } .look1 { stroke: var(--look1); } .look2 { stroke: var(--look2); } .look3 { stroke: var(--look3); }
        .look4 { stroke: var(--look4); } .look5 { stroke: var(--look5); } .look6 { stroke: var(--look6); } .look7 { stroke: var(--look7); }
        .look8 { stroke: var(--look8); } .look9 { stroke: var(--look9); }
        footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: 0.875rem; }
        @media (max-width: 40rem) { body { padding: 1rem 1rem 3rem; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 0.5rem; } }
        @page { margin: 14mm 12mm; }
        @media print {
          :root { color-scheme: light; }
          body { max-width: none; padding: 0; font-size: 9pt; }
          h1 { font-size: 16pt; }
          h2 { font-size: 12.5pt; }
          h3 { margin: 5mm 0 1.5mm; font-size: 10.5pt; }
          footer { margin-top: 6mm; padding-top: 2mm; break-before: avoid; }
          tr:has(th[scope="rowgroup"]), h2, h3, caption, figcaption, .legend { break-after: avoid; }
          nav { display: none; }
          a { color: inherit; text-decoration: none; }
          section { margin-top: 7mm; padding-top: 3mm; }
          .scroll { overflow: visible; }
          table { font-size: 7.5pt; }
          th, td { padding: 0.7mm 1.6mm 0.7mm 0; }
          thead th { font-size: 6.5pt; }
          figcaption, .legend, footer { font-size: 8pt; }
          h2 + p { break-after: avoid; }
          td:not(.number), td.words, td.sentences { min-width: 0; }
          td.sentences { width: 30%; }
          thead { display: table-header-group; break-after: avoid; }
          thead tr { break-after: avoid; }
          tfoot { display: table-row-group; }
          tr, figure, dl, .sides tbody { break-inside: avoid; }
          .sides { min-width: 0; }
          figure svg { min-width: 0; }
        }
        """;
}
