namespace AccountRules.Cli.Output;

/// <summary>Writes a report as a document in JSON: an array of sheets, the one that it is about first.</summary>
internal static class ReportJson
{
    /// <summary>Writes the document.</summary>
    /// <param name="view">What is shown of the report.</param>
    /// <param name="output">Takes it.</param>
    public static void Write(ReportView view, Stream output) => JsonDocumentOutput.Write(output, new
    {
        asOf = view.Report.AsOf,
        until = view.Report.Until,
        policy = view.Report.Policy.Name,
        version = view.Report.Policy.Version,
        unread = view.Unread.Length > 0 ? view.Unread : null,
        sheets = ReportOutput.Sheets(view).Select(sheet => Json(view, sheet)),
        unlisted = view.Report.Unlisted.Select(id => new { account = id }),
        leftOut = view.Report.LeftOut.Select(left => new { facts = left.Facts, count = left.Count, lackAccount = left.LackAccount }),
        notAssessed = view.Report.NotAssessed.Select(rule => new { rule = rule.Rule.Id, missing = string.Join(", ", rule.Missing) }),
    });

    private static object Json(ReportView view, ReportSheet sheet) => new
    {
        scope = ReportFields.Camel(sheet.Scope.ToString()),
        id = sheet.Id,
        manager = sheet.Account?.ManagerId,
        tier = sheet.Account?.Tier,
        startedOn = sheet.Account?.StartedOn,
        endedOn = sheet.Account?.EndedOn,
        isListed = sheet.IsListed,
        accounts = sheet.Accounts,
        attention = JsonDocumentOutput.Of(sheet.Attention),
        score = sheet.Score is { } score ? Json(score) : null,
        trend = view.Report.Trend(sheet)?.Scores.Select(one => new { asOf = one.AsOf, points = one.Points, band = one.Band }),
        rules = sheet.Rules.Select(Json),
        worst = sheet.Worst.Select(Json),
        waivedStandings = JsonDocumentOutput.Of(sheet.WaivedStandings),
        waived = sheet.Waived.Select(Json),
        changes = sheet.Changes,
        next = sheet.Next.Select(e => new
        {
            on = e.On,
            actBy = e.ActBy,
            rule = e.Rule.Id,
            subject = e.Subject,
            account = e.Account,
            from = e.From.ToString(),
            to = e.To.ToString(),
            summary = e.Summary,
            standsAgain = e.StandsAgain ? true : default(bool?),
        }),
    };

    private static object Json(ReportScore score) => new
    {
        points = score.Points,
        band = score.Band,
        missing = string.Join(", ", score.Missing),
        parts = score.Parts.Select(part => new
        {
            rule = part.Rule,
            weight = part.Weight,
            inTime = part.InTime,
            notInTime = part.NotInTime,
            undetermined = part.Undetermined,
            isMissing = part.IsMissing,
            points = part.Points,
        }),
    };

    private static object Json(Assessment a) => new
    {
        rule = a.Rule.Id,
        standing = a.Standing.ToString(),
        subject = a.Subject,
        account = a.Account,
        period = a.Period?.ToString(),
        band = a.Band,
        dueOn = a.DueOn,
        reason = a.Reason,
        citation = a.Citation?.ToString(),
        waivedUntil = a.Waiver?.Until,
        waivedFrom = a.Waiver?.From,
        waivedBy = a.Waiver?.ApprovedBy,
        waivedFor = a.Waiver?.Reason,
    };

    private static object Json(ReportRule rule) => new
    {
        rule = rule.Rule.Id,
        standings = JsonDocumentOutput.Of(rule.Standings),
        waivedCount = rule.Waived > 0 ? rule.Waived : default(long?),
        newest = rule.Newest?.ToString(),
        periods = rule.Newest is null ? null : rule.Periods.Select(period => new
        {
            period = period.Period.ToString(),
            isProvisional = period.IsProvisional,
            standings = JsonDocumentOutput.Of(period.Standings),
            value = period.Only.IsDefault ? null : period.Only.Value,
            currency = period.Only.ValueCurrency,
            members = rule.IsPortfolio ? period.Members : default(int?),
            entered = rule.IsPortfolio ? period.Entered : default(int?),
            left = rule.IsPortfolio ? period.Left : default(int?),
        }),
        debts = rule.Debts.Count == 0 ? null : rule.Debts.Select(debt => new
        {
            band = debt.Band,
            currency = debt.Currency,
            count = debt.Count,
            amount = debt.Amount,
            withoutAmount = debt.WithoutAmount,
        }),
    };
}
