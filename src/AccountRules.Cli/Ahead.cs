using System.Collections.Concurrent;

namespace AccountRules.Cli;

/// <summary>
/// Does on a second processor what the run will need and the first one has not come to yet: what is compiled or made once is there by then. One piece after the
/// other; nothing comes of them but that, and what is wrong with one shows where the run itself comes to it.
/// </summary>
internal sealed class Ahead
{
    private readonly BlockingCollection<Action> work = [];

    private Ahead() => new Thread(DoAll) { IsBackground = true, Name = "ahead" }.Start();

    /// <summary>Begins, where there is a second processor; <c>null</c> where there is none.</summary>
    public static Ahead? Begin() => Environment.ProcessorCount > 1 ? new() : null;

    /// <summary>Does a piece of work when those before it are done.</summary>
    /// <param name="piece">What is done; it touches nothing that the run changes.</param>
    public void Do(Action piece) => work.Add(piece);

    private void DoAll()
    {
        foreach (var piece in work.GetConsumingEnumerable())
        {
            try
            {
                piece();
            }
#pragma warning disable CA1031 // it shows where the run comes to it
            catch (Exception)
            {
            }
#pragma warning restore CA1031
        }
    }
}
