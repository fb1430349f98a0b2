namespace AccountRules.Hosting;

/// <summary>
/// Takes the changes that a hosted monitor tells, and keeps how far it has come, so that a restart tells what was missed. A host implements it, over its own
/// database, and adds it by <c>services.AddChangeHandler&lt;T&gt;()</c>. Each call is made in a scope of its own, one at a time.
/// </summary>
public interface IChangeHandler
{
    /// <summary>
    /// How far the changes have been taken. Asked once, when the host starts, before the facts are loaded; the host does not start where it throws.
    /// </summary>
    /// <param name="cancellationToken">Stops the start.</param>
    Task<LastTold> LastToldAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes a batch, by returning: it is not told again, and the next one is. Where it throws, or the host stops or ends before it has returned, the batch is
    /// told again. So what is done with the changes, and what <see cref="LastToldAsync"/> gives, are to be saved in one transaction; where that cannot be, as
    /// with a message that is sent, the date with rule, subject, period and part of a change tells what was sent already.
    /// </summary>
    /// <param name="batch">The changes of one call to the monitor, of one day; none where only the date moves on.</param>
    /// <param name="cancellationToken">The host stops.</param>
    Task TakeAsync(ChangeBatch batch, CancellationToken cancellationToken);
}
