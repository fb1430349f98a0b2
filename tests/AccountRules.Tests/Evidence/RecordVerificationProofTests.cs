using System.Text.Json;
using System.Text.Json.Serialization;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Evidence;

/// <summary>Records of generated facts under generated policies: each is the same again, and each of its values, changed by itself, is found.</summary>
public sealed class RecordVerificationProofTests
{
    /// <summary>What no policy can recompute, so that only the digest tells of it: what was handed in, and what other data told.</summary>
    private static readonly string[] Taken =
    [
        "Fact", "Context", "AsOf", "LibraryVersion", "Waiver", "NextWaiver", "Tally", "Streak", "Subject", "Account", "Period", "Digest",
    ];

    private static readonly JsonSerializerOptions Strictly = new() { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static TheoryData<string> Rules => [.. RuleCase.All.Select(c => c.Id)];

    public static TheoryData<string> GatheredRules => [.. GatheredCase.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void RecordsOfARule_AreTheSame_UntilAnythingIsChanged(string rule) => RuleCase.Of(rule).Accept(new OfRule());

    [Theory]
    [MemberData(nameof(GatheredRules))]
    public void RecordsOfRows_AreTheSame_UntilAnythingIsChanged(string id)
    {
        var rule = GatheredCase.Of(id);
        var any = from asOf in Dates.AsOf(Reach.Full)
                  from terms in Terms.Near(asOf, Reach.Full)
                  from facts in rule.Facts(terms, asOf, Reach.Full)
                  select new Case<object>(new(terms), asOf, facts);
        var seen = new Seen();
        Check.One(Generated.Cases(4, id), Prop.ForAll(any.ToArbitrary(), c => seen.Holds(rule.Assess(c.Policy, c.Facts, c.AsOf), c.Policy)));
    }

    [Fact]
    public void RecordsOfMonths_AreTheSame_UntilAnythingIsChanged() => ForEach(Groups.KpiResult, (seen, c) =>
        seen.Holds(c.Policy.KpiMonth.Assess(c.Facts, c.AsOf), c.Policy));

    [Fact]
    public void RecordsOfTracks_AreTheSame_UntilAnythingIsChanged() => ForEach(Groups.AccountRevenue, (seen, c) =>
        seen.Holds(c.Policy.KeyAccount.Track(c.Facts, c.AsOf), c.Policy));

    private static void ForEach<TFact>(Func<PolicyTerms, DateOnly, Reach, Gen<TFact>> fact, Action<Seen, Case<TFact>> body)
    {
        var seen = new Seen();
        Check.One(Generated.Cases(15, typeof(TFact).Name), Prop.ForAll(Case<TFact>.Any(fact, 24, Reach.Full).ToArbitrary(), c => body(seen, c)));
    }

    private sealed class OfRule : IRuleCaseVisitor
    {
        public void Visit<TFact>(RuleCase<TFact> rule)
            where TFact : class
        {
            var seen = new Seen();
            Check.One(
                Generated.Cases(3, rule.Id),
                Prop.ForAll(
                    Case<TFact>.Any(rule.Fact, 30, Reach.Full).ToArbitrary(),
                    c => seen.Holds(c.Facts.Select(f => rule.Rule(c.Policy).Assess(f, c.AsOf)), c.Policy)));
        }
    }

    /// <summary>Changes every value of the first record of each kind of outcome.</summary>
    private sealed class Seen
    {
        private readonly HashSet<(Standing, string?, bool, Movement?)> kinds = [];

        public void Holds(IEnumerable<Assessment> assessments, Policy policy)
        {
            foreach (var record in assessments.Select(a => a.ToRecord()))
            {
                var read = JsonSerializer.Deserialize<AssessmentRecord>(JsonSerializer.Serialize(record))!;
                Assert.Equal(record, read);
                var check = read.Verify(policy);
                Assert.True(check.Differences.Count == 0 && check.IsRecomputed, $"{check}: {JsonSerializer.Serialize(read)}");
                Assert.Equal(record.Cause is not ("Duplicate" or "Unreadable"), check.IsSame);
                if (kinds.Count < 2 && kinds.Add((record.Standing, record.Cause, record.IsProvisional, record.Movement)))
                    IsFound(record, policy);
            }
        }

        private static void IsFound(AssessmentRecord record, Policy policy)
        {
            foreach (var (field, path, json) in RecordChanges.Each(record))
            {
                if (Read(json) is not { } changed || changed.Equals(record))
                    continue;

                Assert.True(changed.Verify(policy).Differences.Count > 0, $"{path} was changed: {json}");
                if (Taken.Contains(field, StringComparer.Ordinal))
                    continue;

                var sealedAnew = changed with { Digest = RecordDigest.Of(changed) };
                var check = sealedAnew.Verify(policy);
                Assert.True(check.Differences.Count > 0 || !check.IsRecomputed || check.Remark is not null, $"{path} was changed, with a new digest: {json}");
                Assert.DoesNotContain(check.Differences, d => d.Field == "Digest");
            }
        }

        private static AssessmentRecord? Read(string json)
        {
            try
            {
                return JsonSerializer.Deserialize<AssessmentRecord>(json, Strictly);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
