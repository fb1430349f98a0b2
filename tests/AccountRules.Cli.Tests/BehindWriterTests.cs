using AccountRules.Cli.Output;

namespace AccountRules.Cli.Tests;

public sealed class BehindWriterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(100_001)]
    public void Rows_AreWrittenInTheirOrderBeforeTheEnd(int count)
    {
        var written = new Written(failsAt: -1);
        using (var writer = BehindWriter<int>.Of(written))
        {
            for (var i = 0; i < count; i++)
                writer.Write(i);

            writer.Complete();
        }

        Assert.Equal([.. Enumerable.Range(0, count), -1], written.Rows);
        Assert.True(written.IsDisposed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3_000)]
    public void AFailure_ReachesWhoWritesAndNothingWaitsForEver(int at)
    {
        var written = new Written(failsAt: at);
        using (var writer = BehindWriter<int>.Of(written))
        {
            Assert.Throws<StopException>(() =>
            {
                for (var i = 0; i < 1_000_000; i++)
                    writer.Write(i);

                writer.Complete();
            });
        }

        Assert.Equal(Enumerable.Range(0, at), written.Rows);
    }

    private sealed class Written(int failsAt) : RowWriter<int>
    {
        public List<int> Rows { get; } = [];

        public bool IsDisposed { get; private set; }

        public override void Write(int item)
        {
            if (item == failsAt)
                throw new StopException(ExitCode.Failed, "full");

            Rows.Add(item);
        }

        public override void Complete() => Rows.Add(-1);

        public override void Dispose() => IsDisposed = true;
    }
}
