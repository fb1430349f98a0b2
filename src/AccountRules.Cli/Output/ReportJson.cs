namespace AccountRules.Cli.Output;

/// <summary>Writes a report as a document in JSON: an array of sheets, the one that it is about first.</summary>
internal static class ReportJson
{
    /// <summary>Writes the document.</summary>
    /// <param name="view">What is shown of the report.</param>
    /// <param name="output">Takes it.</param>
    public static void Write(ReportView view, Stream output)
    {
        using var json = new JsonDocumentOutput(output);
        var report = view.Report;
        json.WriteObject(() =>
        {
            json.Write("asOf", report.AsOf.ToString("O"));
            json.Write("until", report.Until.ToString("O"));
            json.Write("policy", report.Policy.Name);
            json.Write("version", report.Policy.Version);
            if (view.Unread.Length > 0)
                json.Write("unread", view.Unread);

            json.WriteArray("sheets", ReportOutput.Sheets(view), sheet => Write(json, view, sheet));
            json.WriteArray("unlisted", report.Unlisted, id => json.Write("account", id));
            json.WriteArray("leftOut", report.LeftOut, left =>
            {
                json.Write("facts", left.Facts);
                json.Write("count", left.Count);
                json.Write("lackAccount", left.LackAccount);
            });
            json.WriteArray("notAssessed", report.NotAssessed, rule =>
            {
                json.Write("rule", rule.Rule.Id);
                json.Write("missing", string.Join(", ", rule.Missing));
            });
        });
    }

    private static void Write(JsonDocumentOutput json, ReportView view, ReportSheet sheet)
    {
        json.Write("scope", ReportFields.Camel(sheet.Scope.ToString()));
        json.Write("id", sheet.Id);
        json.Write("manager", sheet.Account?.ManagerId);
        json.Write("tier", sheet.Account?.Tier);
        json.Write("startedOn", sheet.Account?.StartedOn?.ToString("O"));
        json.Write("endedOn", sheet.Account?.EndedOn?.ToString("O"));
        if (sheet.IsListed is { } isListed)
            json.Write("isListed", isListed);

        json.Write("accounts", sheet.Accounts);
        Write(json, "attention", sheet.Attention);
        if (sheet.Score is { } score)
        {
            json.WriteObject("score", () => Write(json, score));
            json.WriteArray("trend", view.Report.Trend(sheet)!.Scores, one =>
            {
                json.Write("asOf", one.AsOf.ToString("O"));
                if (one.Points is { } points)
                    json.Write("points", points);

                json.Write("band", one.Band);
            });
        }

        json.WriteArray("rules", sheet.Rules, rule => Write(json, rule));
        json.WriteArray("worst", sheet.Worst, a => Write(json, a));
        Write(json, "waivedStandings", sheet.WaivedStandings);
        json.WriteArray("waived", sheet.Waived, a => Write(json, a));
        json.Write("changes", sheet.Changes);
        json.WriteArray("next", sheet.Next, e =>
        {
            json.Write("on", e.On.ToString("O"));
            json.Write("actBy", e.ActBy?.ToString("O"));
            json.Write("rule", e.Rule.Id);
            json.Write("subject", e.Subject);
            json.Write("account", e.Account);
            json.Write("from", e.From.ToString());
            json.Write("to", e.To.ToString());
            json.Write("summary", e.Summary);
            if (e.StandsAgain)
                json.Write("standsAgain", true);
        });
    }

    private static void Write(JsonDocumentOutput json, ReportScore score)
    {
        if (score.Points is { } points)
            json.Write("points", points);

        json.Write("band", score.Band);
        json.Write("missing", string.Join(", ", score.Missing));
        json.WriteArray("parts", score.Parts, part =>
        {
            json.Write("rule", part.Rule);
            json.Write("weight", part.Weight);
            json.Write("inTime", part.InTime);
            json.Write("notInTime", part.NotInTime);
            json.Write("undetermined", part.Undetermined);
            json.Write("isMissing", part.IsMissing);
            if (part.Points is { } own)
                json.Write("points", own);
        });
    }

    private static void Write(JsonDocumentOutput json, Assessment a)
    {
        json.Write("rule", a.Rule.Id);
        json.Write("standing", a.Standing.ToString());
        json.Write("subject", a.Subject);
        json.Write("account", a.Account);
        json.Write("period", a.Period?.ToString());
        json.Write("band", a.Band);
        json.Write("dueOn", a.DueOn?.ToString("O"));
        json.Write("reason", a.Reason);
        json.Write("citation", a.Citation?.ToString());
        if (a.Waiver is { } waiver)
        {
            json.Write("waivedUntil", waiver.Until.ToString("O"));
            json.Write("waivedFrom", waiver.From.ToString("O"));
            json.Write("waivedBy", waiver.ApprovedBy);
            json.Write("waivedFor", waiver.Reason);
        }
    }

    private static void Write(JsonDocumentOutput json, ReportRule rule)
    {
        json.Write("rule", rule.Rule.Id);
        Write(json, "standings", rule.Standings);
        if (rule.Waived > 0)
            json.Write("waivedCount", rule.Waived);

        if (rule.Newest is { } newest)
        {
            json.Write("newest", newest.ToString());
            json.WriteArray("periods", rule.Periods, period =>
            {
                json.Write("period", period.Period.ToString());
                json.Write("isProvisional", period.IsProvisional);
                Write(json, "standings", period.Standings);
                if (period.Only is { IsDefault: false, Value: { } value })
                    json.Write("value", value);

                if (period.Only.ValueCurrency is { } valued)
                    json.Write("currency", valued);

                if (rule.IsPortfolio)
                {
                    json.Write("members", period.Members);
                    json.Write("entered", period.Entered);
                    json.Write("left", period.Left);
                }
            });
        }

        if (rule.Debts.Count == 0)
            return;

        json.WriteArray("debts", rule.Debts, debt =>
        {
            json.Write("band", debt.Band);
            if (debt.Currency is { } currency)
                json.Write("currency", currency);

            json.Write("count", debt.Count);
            if (debt.Amount is { } amount)
                json.Write("amount", amount);

            json.Write("withoutAmount", debt.WithoutAmount);
        });
    }

    private static void Write(JsonDocumentOutput json, string name, StandingCounts counts) => json.WriteObject(name, () =>
    {
        foreach (var count in counts)
            json.Write(count.Standing.ToString(), count.Count);
    });
}
