using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AccountRules.Queries.Tests.Live;

/// <summary>Hands the monitor what a context has saved, once it is committed; a copy, since an entity goes on being changed.</summary>
public sealed class MonitorInterceptor(PolicyMonitor monitor) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, Work> work = [];

    private sealed class Work
    {
        public Guid? Transaction { get; set; }

        public List<(EntityEntry<CrmOrder> Entry, EntityState State)> Saving { get; } = [];

        public List<(CrmOrder Order, bool IsDeleted)> Saved { get; } = [];
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        var saving = Of(eventData).Saving;
        saving.Clear();
        saving.AddRange(eventData.Context!.ChangeTracker.Entries<CrmOrder>().Where(e => e.State is not EntityState.Unchanged).Select(e => (e, e.State)));
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        var (of, transaction) = (Of(eventData), eventData.Context!.Database.CurrentTransaction?.TransactionId);
        if (of.Transaction != transaction)
            of.Saved.Clear();                                  // of a transaction that was disposed of without a commit

        of.Transaction = transaction;
        foreach (var (entry, state) in of.Saving)
            of.Saved.Add(((CrmOrder)entry.CurrentValues.ToObject(), state is EntityState.Deleted));   // with the ids that the database gave

        of.Saving.Clear();
        if (transaction is null)
            Apply(of);

        return result;
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Of(eventData).Saving.Clear();

    public override void SaveChangesCanceled(DbContextEventData eventData) => Of(eventData).Saving.Clear();

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (Of(eventData) is var of && of.Transaction == eventData.TransactionId)
            Apply(of);
    }

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Of(eventData).Saved.Clear();

    private Work Of(DbContextEventData eventData) => work.GetOrCreateValue(eventData.Context!);

    private void Apply(Work of)
    {
        (CrmOrder, bool)[] saved = [.. of.Saved];
        of.Saved.Clear();
        foreach (var (order, isDeleted) in saved)
        {
            if (!isDeleted)
                monitor.AddOrUpdate(order);
            else if (monitor.Fact<CrmOrder>(order.Number) is not null)
                monitor.Remove<CrmOrder>(order.Number);
        }
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(SavingChanges(eventData, result));

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        new(SavedChanges(eventData, result));

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        SaveChangesFailed(eventData);
        return Task.CompletedTask;
    }

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        SaveChangesCanceled(eventData);
        return Task.CompletedTask;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        TransactionRolledBack(transaction, eventData);
        return Task.CompletedTask;
    }
}
