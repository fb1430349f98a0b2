using AccountRules.Documents;
using AccountRules.Facts;

namespace AccountRules.Startup;

/// <summary>What is measured: each stage prints a line with its time and the methods that were compiled for it.</summary>
internal static class FirstAssessment
{
    public static void Run(string file)
    {
        Console.WriteLine("ready");
        var stages = new Stages();
        var utf8 = File.ReadAllBytes(file);
        stages.End("file read");
        var policy = PolicyDocument.Read(utf8, out _)!;
        stages.End("document read, terms checked");
        var rule = policy.FteFulfillment;
        stages.End("rule made");
        _ = rule.Expression;
        stages.End("expression made");
        var assessment = rule.Assess(new FteOrder { OrderId = "1042", OrderedOn = new(2026, 1, 1) }, new(2026, 3, 20));
        stages.End("compiled, first assessment");
        _ = assessment.Reason;
        stages.End("reason");
        stages.Print();
    }
}
