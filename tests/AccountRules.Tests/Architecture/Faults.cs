namespace AccountRules.Tests.Architecture;

internal static class Faults
{
    /// <summary>Fails with every fault on a line of its own, in full; an equality of texts would show the first few characters.</summary>
    public static void None(IEnumerable<string> faults)
    {
        var all = string.Join('\n', faults);
        if (all.Length > 0)
            Assert.Fail(all);
    }
}
