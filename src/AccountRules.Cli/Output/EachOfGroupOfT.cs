namespace AccountRules.Cli.Output;

/// <summary>Writes the entries of groups one by one, for output that has no groups.</summary>
/// <param name="writer">Writes them.</param>
/// <param name="stop">Signalled when the user wants the run to end.</param>
internal sealed class EachOfGroup<T>(RowWriter<T> writer, CancellationToken stop) : RowWriter<IGrouping<string, T>>
{
    public override void Write(IGrouping<string, T> item)
    {
        foreach (var one in item)
        {
            stop.ThrowIfCancellationRequested();
            writer.Write(one);
        }
    }

    public override void Complete() => writer.Complete();

    public override void Dispose() => writer.Dispose();
}
