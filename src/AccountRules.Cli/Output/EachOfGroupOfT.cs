namespace AccountRules.Cli.Output;

/// <summary>Writes the entries of groups one by one, for output that has no groups.</summary>
internal sealed class EachOfGroup<T>(RowWriter<T> writer) : RowWriter<IGrouping<string, T>>
{
    public override void Write(IGrouping<string, T> item)
    {
        foreach (var one in item)
            writer.Write(one);
    }

    public override void Complete() => writer.Complete();

    public override void Dispose() => writer.Dispose();
}
