namespace AccountRules.Hosting;

/// <summary>How far the changes of a monitor have been taken, as an <see cref="IChangeHandler"/> keeps it. Immutable.</summary>
/// <param name="Date">
/// The <see cref="ChangeBatch.AsOf"/> of the last batch that was taken; <c>null</c> where there was none yet, and the monitor begins today.
/// </param>
/// <param name="Standings">
/// What was told last of each fact, group and row: the <c>After</c> of the changes that were taken, without those that were cleared; empty where nothing was
/// told yet, and then everything is told as raised. Whatever is otherwise when the host starts is told first. <c>null</c> where they are not kept: the facts
/// as they are when the host starts, judged as of <paramref name="Date"/>, are taken for what was told.
/// </param>
public sealed record LastTold(DateOnly? Date, IReadOnlyCollection<AssessmentRecord>? Standings = null);
