using AccountRules.Facts;
using AccountRules.Samples.Crm.Data;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Samples.Crm.Rules;

/// <summary>A table of one of the library's own facts, which needs no mapping: the rules read it as it is.</summary>
internal abstract class FactTable
{
    public static IReadOnlyList<FactTable> All { get; } =
    [
        new FactTable<ProgramUpdate>(ProgramUpdate.Shape),
        new FactTable<ProtocolRun>(ProtocolRun.Shape),
        new FactTable<Interaction>(Interaction.Shape),
        new FactTable<ActionItem>(ActionItem.Shape),
        new FactTable<ProgressUpdate>(ProgressUpdate.Shape),
        new FactTable<BusinessReview>(BusinessReview.Shape),
        new FactTable<Escalation>(Escalation.Shape),
        new FactTable<ServiceLevel>(ServiceLevel.Shape),
        new FactTable<AccountRevenue>(AccountRevenue.Shape),
        new FactTable<WalletShare>(WalletShare.Shape),
        new FactTable<SurveyResponse>(SurveyResponse.Shape),
    ];

    public abstract void Map(ModelBuilder model);

    /// <summary>Fills it from the file that the fact's shape names.</summary>
    public abstract void Seed(CrmContext db, string folder);

    public abstract Task LoadAsync(CrmContext db, PolicyMonitor monitor, CancellationToken stop);

    public abstract Task LoadAsync(CrmContext db, AccountReportCollector report, CancellationToken stop);
}

/// <inheritdoc/>
internal sealed class FactTable<TFact>(FactShape shape) : FactTable
    where TFact : class
{
    public override void Map(ModelBuilder model)
    {
        model.Entity<TFact>().ToTable(shape.Name);
        model.Entity<TFact>().Property<int>("Id");
        model.Entity<TFact>().HasKey("Id");
    }

    public override void Seed(CrmContext db, string folder) => db.AddRange(Csv.Facts<TFact>(Path.Combine(folder, $"{shape.Name}.csv")));

    public override async Task LoadAsync(CrmContext db, PolicyMonitor monitor, CancellationToken stop) => monitor.TryAddRange(await AllAsync(db, stop));

    public override async Task LoadAsync(CrmContext db, AccountReportCollector report, CancellationToken stop) => report.AddRange(await AllAsync(db, stop));

    private static Task<List<TFact>> AllAsync(CrmContext db, CancellationToken stop) => db.Set<TFact>().AsNoTracking().ToListAsync(stop);
}
