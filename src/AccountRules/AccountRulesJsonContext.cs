using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// What an API gives of this library, for System.Text.Json without reflection: the flat records of assessments, agenda entries and changes, lists of them, and
/// problems of a policy. Put it into the chain of a host's options, whose naming then goes for it: <c>TypeInfoResolverChain.Insert(0,
/// AccountRulesJsonContext.Default)</c>. Immutable and safe for use by many threads.
/// </summary>
[JsonSerializable(typeof(AssessmentRecord))]
[JsonSerializable(typeof(AssessmentRecord[]))]
[JsonSerializable(typeof(List<AssessmentRecord>))]
[JsonSerializable(typeof(IReadOnlyList<AssessmentRecord>))]
[JsonSerializable(typeof(IEnumerable<AssessmentRecord>))]
[JsonSerializable(typeof(AgendaEntryRecord))]
[JsonSerializable(typeof(AgendaEntryRecord[]))]
[JsonSerializable(typeof(List<AgendaEntryRecord>))]
[JsonSerializable(typeof(IReadOnlyList<AgendaEntryRecord>))]
[JsonSerializable(typeof(IEnumerable<AgendaEntryRecord>))]
[JsonSerializable(typeof(StandingChangeRecord))]
[JsonSerializable(typeof(StandingChangeRecord[]))]
[JsonSerializable(typeof(List<StandingChangeRecord>))]
[JsonSerializable(typeof(IReadOnlyList<StandingChangeRecord>))]
[JsonSerializable(typeof(IEnumerable<StandingChangeRecord>))]
[JsonSerializable(typeof(PolicyProblem))]
[JsonSerializable(typeof(IReadOnlyList<PolicyProblem>))]
public sealed partial class AccountRulesJsonContext : JsonSerializerContext;
