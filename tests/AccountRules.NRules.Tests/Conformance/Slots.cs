using AccountRules.NRules.Tests.Hosts;
using AccountRules.Reference;
using AccountRules.Tests.Conformance;
using NRules;

namespace AccountRules.NRules.Tests.Conformance;

/// <summary>Entities of one type in a session, changed in place or replaced.</summary>
/// <param name="rule">The rule that assesses them one by one; <c>null</c> where they are tracked.</param>
/// <param name="facts">What is put into them, one after the other.</param>
/// <param name="says">What the oracle says of one.</param>
internal class Slots<TFact>(Rule<Slot<TFact>>? rule, IReadOnlyList<TFact> facts, Func<TFact, DateOnly, Expected>? says) : ISlots
    where TFact : class
{
    private int next;

    protected List<Slot<TFact>> Held { get; } = [];

    private TFact Next => facts[next++ % facts.Count];

    public string Step(ISession session, Random random)
    {
        var (count, some) = (random.Next(1, 4), Held.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToArray());
        switch (random.Next(Held.Count < 4 ? 2 : 5))
        {
            case 0 or 1 or 2 when some.Length == 0:
            case 0:
            case 3:
                Slot<TFact>[] added = [.. Enumerable.Range(0, count).Select(_ => new Slot<TFact>(Next))];
                session.InsertAll(added);
                Held.AddRange(added);
                return $"insert {string.Join(", ", (object[])added)}";

            case 1:
            case 2:
                for (var i = 0; i < some.Length; i++)
                    some[i] = Change(some[i], Next, isReplaced: random.Next(2) == 0);

                session.UpdateAll(some);
                return $"update {string.Join(", ", (object[])some)}";

            default:
                session.RetractAll(some);
                Held.RemoveAll(slot => some.Contains(slot));
                return $"retract {string.Join(", ", (object[])some)}";
        }
    }

    public virtual void Check(ISession session, DateOnly asOf)
    {
        if (rule is null || says is null)
            return;

        // Rules on the same facts see one another's.
        Assert.Equal(
            session.Query<Slot<TFact>>().Count(slot => says(slot.Content, asOf).IsAsked),
            session.Query<AssessmentFact<Slot<TFact>>>().Count(a => a.RuleId == rule.Id));
        Slot<TFact>[] asked = [.. Held.Where(slot => says(slot.Content, asOf).IsAsked)];
        foreach (var (slot, found) in asked.Zip(session.AssessmentsOf(asked, rule.Id)))
        {
            var expected = says(slot.Content, asOf);
            Assert.Equal(
                (slot.Content, new Answer(expected.Standing, expected.Band, expected.IsProvisional, expected.Payable)),
                (slot.Content, new Answer(found.Standing, found.Band, found.IsProvisional, found.Payable)));
            Assert.Equal((asOf, rule.Assess(slot, asOf).ToString()), (found.Assessment.AsOf ?? DateOnly.MaxValue, found.Assessment.ToString()));
            Assert.Equal(expected.Focus, found.Detail("focus"));
        }
    }

    protected virtual Slot<TFact> Change(Slot<TFact> slot, TFact content, bool isReplaced)
    {
        if (!isReplaced)
        {
            slot.Content = content;
            return slot;
        }

        var replacement = slot.With(content);
        Held[Held.IndexOf(slot)] = replacement;
        return replacement;
    }
}
